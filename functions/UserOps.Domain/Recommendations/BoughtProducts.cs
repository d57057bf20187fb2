using System.Buffers.Binary;

namespace UserOps.Domain.Recommendations;

/// <summary>
/// What somebody bought: for each product the latest day, of the <see cref="Most"/> products bought last; immutable. Days only grow, and who is dropped has lost against
/// products whose days only grow too, so adding is commutative, associative and idempotent also beyond the bound.
/// </summary>
[System.Text.Json.Serialization.JsonConverter(typeof(BoughtProductsJson))]
public sealed class BoughtProducts
{
    /// <summary>About two kilobytes of a profile.</summary>
    public const int Most = 200;

    public static readonly BoughtProducts None = new([]);

    private readonly BoughtProduct[] _latest;

    private BoughtProducts(BoughtProduct[] latest) => _latest = latest;

    /// <summary>The latest first; of one day by key.</summary>
    public ReadOnlySpan<BoughtProduct> Latest => _latest;

    public bool Contains(ProductKey product) => Array.Exists(_latest, bought => bought.Product == product);

    /// <param name="day">Workspace day, days since 1970-01-01.</param>
    public BoughtProducts With(IEnumerable<ProductKey> products, int day)
    {
        var days = new Dictionary<ProductKey, int>(_latest.Length + 8);
        foreach (var bought in _latest)
        {
            days[bought.Product] = bought.Day;
        }

        var grown = false;
        foreach (var product in products)
        {
            if (!days.TryGetValue(product, out var known) || known < day)
            {
                days[product] = day;
                grown = true;
            }
        }

        return grown
            ? new([.. days.Select(pair => new BoughtProduct(pair.Key, pair.Value)).OrderByDescending(b => b.Day).ThenBy(b => b.Product).Take(Most)])
            : this;
    }

    /// <summary>Eight bytes a product, and the days as differences.</summary>
    public byte[] ToBytes()
    {
        var days = new VarintWriter(_latest.Length * 2);
        var previous = 0;
        foreach (var bought in _latest)
        {
            days.Write(bought.Day - previous);
            previous = bought.Day;
        }

        var keys = new byte[_latest.Length * sizeof(ulong)];
        for (var i = 0; i < _latest.Length; i++)
        {
            BinaryPrimitives.WriteUInt64BigEndian(keys.AsSpan(i * sizeof(ulong)), _latest[i].Product.Value);
        }

        return [(byte)_latest.Length, .. keys, .. days.ToArray()];
    }

    /// <exception cref="FormatException">The bytes were not written by <see cref="ToBytes"/>.</exception>
    public static BoughtProducts FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty || bytes.Length < 1 + (bytes[0] * sizeof(ulong)))
        {
            throw new FormatException("The products bought are cut off.");
        }

        var latest = new BoughtProduct[bytes[0]];
        var days = new VarintReader(bytes[(1 + (latest.Length * sizeof(ulong)))..]);
        var day = 0;
        for (var i = 0; i < latest.Length; i++)
        {
            day += (int)days.Read();
            latest[i] = new(new(BinaryPrimitives.ReadUInt64BigEndian(bytes[(1 + (i * sizeof(ulong)))..])), day);
        }

        return latest.Length == 0 ? None : new(latest);
    }

    public override bool Equals(object? obj) => obj is BoughtProducts other && Latest.SequenceEqual(other.Latest);

    public override int GetHashCode() => HashCode.Combine(_latest.Length, _latest.Length > 0 ? _latest[0] : default);
}
