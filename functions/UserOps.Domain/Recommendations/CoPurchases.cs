namespace UserOps.Domain.Recommendations;

/// <summary>
/// Who bought this also bought that: counts of one slice of the products against all of them, in memory fixed by <see cref="Products"/>. Item-to-item similarity after
/// Linden, Smith and York (2003): the cosine of the two products' buyers, where somebody with many purchases says less of each pair, and with shrinkage, so that few
/// buyers prove little.
/// </summary>
public sealed class CoPurchases
{
    /// <summary>Neighbours kept of each product.</summary>
    public const int Neighbours = 50;

    /// <summary>A pair that fewer people bought is not told: it would show what one of them bought.</summary>
    public const int FewestBuyers = 3;

    /// <summary>Weight, in people who bought nothing else, that every product is credited with having been bought alone.</summary>
    public const double Shrinkage = 5;

    /// <summary>Similarities are stored in so many parts of one.</summary>
    public const int SimilarityScale = 1_000_000;

    private const int WeightScale = 256;

    /// <summary>Above them a cell counts buyers, below weight: room for 16 million buyers of one pair.</summary>
    private const int WeightBits = 40;

    private readonly Products _products;
    private readonly int _first;
    private readonly ulong[] _cells;
    private readonly long[] _weights;

    /// <param name="slice">0 to <see cref="Products.Slices"/> − 1.</param>
    public CoPurchases(Products products, int slice)
    {
        _products = products;
        _first = slice * Products.SliceSize;
        Rows = Math.Clamp(products.Count - _first, 0, Products.SliceSize);
        _cells = new ulong[Rows * products.Count];
        _weights = new long[products.Count];
    }

    /// <summary>Products of the slice.</summary>
    public int Rows { get; }

    /// <summary>One person's purchases.</summary>
    public void Add(BoughtProducts bought)
    {
        Span<int> places = stackalloc int[BoughtProducts.Most];
        var count = 0;
        foreach (var (product, _) in bought.Latest)
        {
            if (_products.TryPlace(product, out var place))
            {
                places[count++] = place;
            }
        }

        if (count == 0)
        {
            return;
        }

        places = places[..count];
        var weight = (ulong)Math.Round(WeightScale / Math.Sqrt(count));
        var cell = (1UL << WeightBits) | weight;
        foreach (var place in places)
        {
            _weights[place] += (long)weight;
            var row = place - _first;
            if (row < 0 || row >= Rows)
            {
                continue;
            }

            var cells = _cells.AsSpan(row * _products.Count, _products.Count);
            foreach (var other in places)
            {
                cells[other] += cell;
            }
        }
    }

    /// <param name="row">0 to <see cref="Rows"/> − 1.</param>
    /// <returns>The product and what goes with it, the closest first, weights in parts of <see cref="SimilarityScale"/>.</returns>
    public (ProductKey Product, IReadOnlyList<ProductWeight> Related) Related(int row)
    {
        var own = _first + row;
        var related = new List<ProductWeight>();
        var cells = _cells.AsSpan(row * _products.Count, _products.Count);
        for (var other = 0; other < cells.Length; other++)
        {
            if (other != own && cells[other] >> WeightBits >= FewestBuyers)
            {
                var together = (double)(cells[other] & ((1UL << WeightBits) - 1));
                var similarity = together / Math.Sqrt(Shrunk(own) * Shrunk(other));
                related.Add(new(_products[other], (long)Math.Round(similarity * SimilarityScale)));
            }
        }

        return (_products[own], [.. related.OrderByDescending(r => r.Weight).ThenBy(r => r.Product).Take(Neighbours)]);
    }

    private double Shrunk(int place) => _weights[place] + (Shrinkage * WeightScale);
}
