using UserOps.Application.Storage;
using UserOps.Domain.Recommendations;
using UserOps.Application.Scoring;

namespace UserOps.Application.Recommendations;

/// <summary>Row <c>B~{user key}</c> in the user's bucket, beside the facts: the products bought, written only by apply, so that the night reads buckets and no users.</summary>
public static class BoughtRow
{
    public const string Prefix = "B~";

    private const string Products = "products";

    public static TableKey Key(string userKey) => Prefix + userKey;

    public static Properties Write(long rev, BoughtProducts bought) => Properties.Of(new(FactRow.Rev, rev), new(Products, bought.ToBytes()));

    public static BoughtProducts Read(Row row) => BoughtProducts.FromBytes(row.Properties.Bytes(Products));
}
