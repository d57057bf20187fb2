using System.Buffers.Binary;

namespace UserOps.Domain.Recommendations;

/// <summary>The products that a run relates to each other: the most popular ones, the first the most popular.</summary>
public sealed class Products
{
    /// <summary>With <see cref="SliceSize"/> it sets the memory of the count: 512 × 8,192 × 8 bytes are 32 MiB.</summary>
    public const int Most = 8_192;

    /// <summary>So many of them have what goes with them counted at a time.</summary>
    public const int SliceSize = 512;

    private readonly ProductKey[] _keys;
    private readonly Dictionary<ProductKey, int> _places;

    public Products(IEnumerable<ProductKey> byPopularity)
    {
        _keys = [.. byPopularity.Take(Most)];
        _places = new(_keys.Length);
        for (var i = 0; i < _keys.Length; i++)
        {
            _places[_keys[i]] = i;
        }
    }

    public int Count => _keys.Length;

    public int Slices => (Count + SliceSize - 1) / SliceSize;

    public ProductKey this[int place] => _keys[place];

    public bool TryPlace(ProductKey product, out int place) => _places.TryGetValue(product, out place);

    public byte[] ToBytes()
    {
        var bytes = new byte[Count * sizeof(ulong)];
        for (var i = 0; i < Count; i++)
        {
            BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(i * sizeof(ulong)), _keys[i].Value);
        }

        return bytes;
    }

    public static Products FromBytes(ReadOnlySpan<byte> bytes)
    {
        var keys = new ProductKey[bytes.Length / sizeof(ulong)];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = new(BinaryPrimitives.ReadUInt64BigEndian(bytes[(i * sizeof(ulong))..]));
        }

        return new(keys);
    }
}
