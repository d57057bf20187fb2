namespace UserOps.Domain.Scoring.Value;

/// <summary>
/// Points of three whole coordinates, counted in cells with their sums, so that a cell stands for its points by their mean. Every point has a cell of its
/// own until there are more cells than the limit; then all become coarser by one step, as often as needed: a cell holds what agrees in the leading 8, 7, … 1 bits of each
/// coordinate. The finest resolution that fits depends on the points alone, and sums are whole numbers: neither the order nor the parts in which points come change a
/// figure.
/// </summary>
internal sealed class Cells(int limit = Cells.Most)
{
    /// <summary>At one bit there are fewer, whatever the points, as long as two coordinates are days of the calendar or the third is not used.</summary>
    public const int Most = 32_768;

    private const int Exact = 63;
    private const int FirstRounding = 8;

    private Dictionary<CellPlace, CellSums> _cells = [];

    /// <summary>Leading bits kept: <see cref="Exact"/>, or 8 to 1.</summary>
    public int Bits { get; private set; } = Exact;

    public bool AllExact => Bits == Exact;

    public int Count => _cells.Count;

    /// <summary>Ascending by place, so that sums of fractions over them always come in the same order.</summary>
    public IEnumerable<CellSums> InOrder => _cells.OrderBy(cell => cell.Key).Select(cell => cell.Value);

    public void Add(long first, long second, long third, long count = 1)
    {
        Put(new(first, second, third), new(count, first * count, second * count, third * count));
        Fit();
    }

    public void Add(Cells other)
    {
        if (other.Bits < Bits)
        {
            Coarsen(other.Bits);
        }

        foreach (var (place, sums) in other._cells)
        {
            Put(place, sums);
        }

        Fit();
    }

    public void Write(VarintWriter writer)
    {
        writer.Write(Bits);
        writer.Write(_cells.Count);
        CellPlace previous = default;
        foreach (var (place, sums) in _cells.OrderBy(cell => cell.Key))
        {
            writer.Write(place.First - previous.First);
            writer.Write(place.Second - previous.Second);
            writer.Write(place.Third - previous.Third);
            writer.Write(sums.Count);

            // What the sums are more than the place itself would give: mostly nothing, or little.
            writer.Write(unchecked(sums.First - (place.First * sums.Count)));
            writer.Write(unchecked(sums.Second - (place.Second * sums.Count)));
            writer.Write(unchecked(sums.Third - (place.Third * sums.Count)));
            previous = place;
        }
    }

    public static Cells Read(ref VarintReader reader)
    {
        var cells = new Cells { Bits = (int)reader.Read() };
        CellPlace place = default;
        for (var left = reader.Read(); left > 0; left--)
        {
            place = new(place.First + reader.Read(), place.Second + reader.Read(), place.Third + reader.Read());
            var count = reader.Read();
            cells._cells.Add(place, new(
                count,
                unchecked((place.First * count) + reader.Read()),
                unchecked((place.Second * count) + reader.Read()),
                unchecked((place.Third * count) + reader.Read())));
        }

        return cells;
    }

    private void Put(CellPlace place, CellSums sums)
    {
        var at = place.Rounded(Bits);
        _cells[at] = _cells.TryGetValue(at, out var before) ? before + sums : sums;
    }

    private void Fit()
    {
        while (_cells.Count > limit && Bits > 1)
        {
            Coarsen(Bits == Exact ? FirstRounding : Bits - 1);
        }
    }

    private void Coarsen(int bits)
    {
        Bits = bits;
        var finer = _cells;
        _cells = [];
        foreach (var (place, sums) in finer)
        {
            Put(place, sums);
        }
    }
}
