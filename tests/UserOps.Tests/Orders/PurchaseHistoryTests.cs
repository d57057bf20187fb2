using FsCheck;
using FsCheck.Fluent;
using UserOps.Domain.Orders;

namespace UserOps.Tests.Orders;

public sealed class PurchaseHistoryTests
{
    private static readonly Gen<PurchaseEntry> Entry =
        from day in Gen.Choose(9_000, 21_000)
        from later in Gen.Choose(0, 400)
        from orders in Gen.Choose(-1, 1)
        from amount in Gen.Choose(-1_000_000, 1_000_000)
        select new PurchaseEntry(day, day + later, orders, amount);

    private static readonly Arbitrary<PurchaseEntry[]> Entries = Entry.ListOf().Select(list => list.ToArray()).ToArbitrary();

    [Fact]
    public void What_was_added_can_be_taken_out_again() =>
        Prop.ForAll(Entries, Entries, (kept, passing) =>
            {
                var history = PurchaseHistory.Empty.Replace([], kept);
                return history.Replace([], passing).Replace(passing, []).Equals(history);
            })
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Bytes_bring_back_what_they_were_made_of() =>
        Prop.ForAll(Entries, entries =>
            {
                var history = PurchaseHistory.Empty.Replace([], entries);
                return PurchaseHistory.FromBytes(history.ToBytes()).Equals(history);
            })
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Any_day_and_window_agree_with_a_plain_sum() =>
        Prop.ForAll(Entries, Gen.Choose(9_000, 21_500).ToArbitrary(), Gen.Choose(1, 900).ToArbitrary(), (entries, day, window) =>
            {
                var seen = entries.Where(e => e.OrderDay <= day && e.EffectiveDay <= day && e.OrderDay > day - window).ToArray();
                var purchases = PurchaseHistory.Empty.Replace([], entries).AsOf(day, window);
                var last = seen.GroupBy(e => e.OrderDay).Where(g => g.Sum(e => e.Orders) > 0).Select(g => (int?)g.Key).Max();
                return purchases.Orders == seen.Sum(e => e.Orders) && purchases.AmountMinor == seen.Sum(e => e.AmountMinor) && purchases.LastOrderDay == last;
            })
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_buyer_of_every_day_stays_bounded_and_keeps_every_sum()
    {
        var history = PurchaseHistory.Empty;
        foreach (var year in Enumerable.Range(0, 12))
        {
            history = history.Replace([], Enumerable.Range(0, 365).Select(day => new PurchaseEntry(10_000 + (year * 365) + day, 10_000 + (year * 365) + day, 1, 100)));
        }

        Assert.True(history.Entries.Length <= PurchaseHistory.MaxEntries);
        Assert.Equal(12 * 365, history.AsOf(int.MaxValue).Orders);

        // Days of the last three years are still days, and an old order can still be taken out.
        Assert.Equal(30, history.AsOf(10_000 + (12 * 365) - 1, 30).Orders);
        PurchaseEntry old = new(10_040, 10_040, 1, 100);
        Assert.Equal((12 * 365) - 1, history.Replace([old], []).AsOf(int.MaxValue).Orders);
    }

    [Fact]
    public void A_history_cut_off_is_refused() =>
        Assert.Throws<FormatException>(() => PurchaseHistory.FromBytes(PurchaseHistory.Empty.Replace([], [new(10_000, 10_000, 1, 100)]).ToBytes().AsSpan()[..^1]));
}
