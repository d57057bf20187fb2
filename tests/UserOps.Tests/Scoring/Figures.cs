using FsCheck;
using FsCheck.Fluent;

namespace UserOps.Tests.Scoring;

public sealed record Figures(int RecencyDays, int Orders, long AmountMinor)
{
    private static readonly Gen<long> Amounts = Gen.Frequency(
        (6, Gen.Choose(-500, 50_000).Select(v => (long)v)),
        (3, Gen.Choose(0, 4).Select(v => v * 1_000L)),
        (2, from a in Gen.Choose(int.MinValue, int.MaxValue) from shift in Gen.Choose(0, 31) select (long)a << shift),
        (1, Gen.Elements(0L, 1, -1, long.MaxValue, long.MinValue, long.MaxValue - 1)));

    private static readonly Gen<Figures> One =
        from recency in Gen.Frequency((9, Gen.Choose(0, 400)), (1, Gen.Choose(0, 800_000)))
        from orders in Gen.Frequency((9, Gen.Choose(1, 12)), (1, Gen.Choose(1, 40_000)))
        from amount in Amounts
        select new Figures(recency, orders, amount);

    /// <summary>One to about a hundred users, with ties, refunds beyond what was bought, and the ends of 64 bits.</summary>
    public static Arbitrary<Figures[]> Some { get; } = One.NonEmptyListOf().Select(list => list.ToArray()).ToArbitrary();
}
