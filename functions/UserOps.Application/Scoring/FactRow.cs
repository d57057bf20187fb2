using UserOps.Application.Storage;
using UserOps.Domain.Orders;
using UserOps.Domain.Scoring;

namespace UserOps.Application.Scoring;

/// <summary>Row <c>F~{user key}</c> in partition <c>b~{bucket, two hex digits}</c>: a user's facts, written only by apply.</summary>
public static class FactRow
{
    public const string Prefix = "F~";

    internal const string Rev = "rev";

    private const string Signs = "signs";

    public static TableKey Partition(byte bucket) => $"b~{bucket:x2}";

    public static TableKey PartitionOf(string userKey) => Partition(Buckets.Of(userKey));

    public static TableKey Key(string userKey) => Prefix + userKey;

    public static Properties Write(UserFacts facts) => Properties.Of(
        new(Rev, facts.Rev),
        new("since", (long)facts.SinceDay),
        new("purchases", facts.Purchases.ToBytes()),
        new(Signs, facts.SignsToBytes()));

    /// <summary>A row of an earlier version has no signs.</summary>
    public static UserFacts Read(Row row)
    {
        var facts = new UserFacts(
            row.Key.Value[Prefix.Length..],
            row.Properties.Number(Rev),
            (int)row.Properties.Number("since"),
            PurchaseHistory.FromBytes(row.Properties.Bytes("purchases")));
        return row.Properties.Find(Signs) is byte[] signs ? facts.WithSigns(signs) : facts;
    }
}
