using System.Buffers.Binary;

namespace UserOps.Domain.Recommendations;

/// <summary>
/// How many people bought a product lately, in memory that does not grow with the products: a mergeable summary after Misra and Gries (Agarwal et al., Mergeable
/// Summaries, 2012). Exact as long as there are no more products than it keeps; beyond that, each count is too low by at most the whole weight divided by
/// <see cref="Kept"/>, so that what many buy is never lost.
/// </summary>
public sealed class Popularity
{
    /// <summary>Products counted at a time; twice as many stand in memory before the least of them are dropped: some 2 MB.</summary>
    public const int Kept = 20_000;

    /// <summary>Days after which a purchase counts for half.</summary>
    public const double HalfLifeDays = 30;

    private const int Scale = 1_024;
    private const int EntryBytes = 2 * sizeof(long);

    private readonly Dictionary<ProductKey, long> _weights = [];
    private readonly int _kept;

    /// <param name="kept">Fewer than <see cref="Kept"/> in tests.</param>
    public Popularity(int kept = Kept) => _kept = kept;

    /// <summary>Products it holds now.</summary>
    public int Count => _weights.Count;

    /// <param name="today">The day of the run, days since 1970-01-01; what was bought after it counts as bought on it.</param>
    public void Add(BoughtProducts bought, int today)
    {
        foreach (var (product, day) in bought.Latest)
        {
            Add(product, WeightOf(today - day));
        }
    }

    public void Add(Popularity other)
    {
        foreach (var (product, weight) in other._weights)
        {
            Add(product, weight);
        }
    }

    /// <summary>The heaviest first; of equal ones by key.</summary>
    public IReadOnlyList<ProductWeight> Top(int most) =>
        [.. _weights.Select(pair => new ProductWeight(pair.Key, pair.Value)).OrderByDescending(p => p.Weight).ThenBy(p => p.Product).Take(most)];

    /// <summary>16 bytes a product, at most <see cref="Kept"/> of them.</summary>
    public byte[] ToBytes()
    {
        Prune();
        var bytes = new byte[_weights.Count * EntryBytes];
        var rest = bytes.AsSpan();
        foreach (var (product, weight) in Top(_kept))
        {
            BinaryPrimitives.WriteUInt64BigEndian(rest, product.Value);
            BinaryPrimitives.WriteInt64BigEndian(rest[sizeof(long)..], weight);
            rest = rest[EntryBytes..];
        }

        return bytes;
    }

    public static Popularity FromBytes(ReadOnlySpan<byte> bytes)
    {
        var read = new Popularity();
        for (; bytes.Length >= EntryBytes; bytes = bytes[EntryBytes..])
        {
            read._weights[new(BinaryPrimitives.ReadUInt64BigEndian(bytes))] = BinaryPrimitives.ReadInt64BigEndian(bytes[sizeof(long)..]);
        }

        return read;
    }

    /// <summary>Whole numbers, so that the order in which people are counted changes nothing.</summary>
    internal static long WeightOf(int age) => Math.Max(1, (long)Math.Round(Scale * Math.Pow(2, -Math.Max(0, age) / HalfLifeDays)));

    private void Add(ProductKey product, long weight)
    {
        _weights[product] = _weights.GetValueOrDefault(product) + weight;
        if (_weights.Count >= 2 * _kept)
        {
            Prune();
        }
    }

    /// <summary>Takes the weight of the heaviest product that is not kept off all of them: more than <see cref="Kept"/> lose it at a time, which bounds what each loses.</summary>
    private void Prune()
    {
        if (_weights.Count <= _kept)
        {
            return;
        }

        var loss = _weights.Values.OrderDescending().ElementAt(_kept);
        foreach (var (product, weight) in _weights.ToArray())
        {
            if (weight <= loss)
            {
                _weights.Remove(product);
            }
            else
            {
                _weights[product] = weight - loss;
            }
        }
    }
}
