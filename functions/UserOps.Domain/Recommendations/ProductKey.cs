using System.Globalization;
using System.Text;

namespace UserOps.Domain.Recommendations;

/// <summary>What a product is counted by and known by in keys: the first 64 bits of the SHA-256 of its id. Ten million products share one by a chance of 1 in 300,000.</summary>
public readonly record struct ProductKey(ulong Value) : IComparable<ProductKey>
{
    public static ProductKey Of(string id) => new(unchecked((ulong)HashText.Short(Encoding.UTF8.GetBytes(id))));

    public int CompareTo(ProductKey other) => Value.CompareTo(other.Value);

    /// <summary>16 hexadecimal digits, so that keys sort as texts the way they sort as numbers.</summary>
    public override string ToString() => Value.ToString("x16", CultureInfo.InvariantCulture);
}
