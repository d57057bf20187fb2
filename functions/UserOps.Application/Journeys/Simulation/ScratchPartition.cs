using UserOps.Application.Storage;

namespace UserOps.Application.Journeys.Simulation;

/// <summary>Rows of one partition in key order.</summary>
internal sealed class ScratchPartition
{
    private readonly List<Row> _rows = [];

    public IReadOnlyList<Row> Rows => _rows;

    public Row? Find(TableKey key) => IndexOf(key) is >= 0 and var index ? _rows[index] : null;

    /// <summary>Position of the first row at or after the key.</summary>
    /// <param name="key">Null: the very first.</param>
    public int FirstFrom(TableKey? key) => key is not { } from ? 0 : IndexOf(from) is var index && index < 0 ? ~index : index;

    public void Set(Row row)
    {
        var index = IndexOf(row.Key);
        if (index >= 0)
        {
            _rows[index] = row;
        }
        else
        {
            _rows.Insert(~index, row);
        }
    }

    public void Remove(TableKey key) => _rows.RemoveAt(IndexOf(key));

    private int IndexOf(TableKey key)
    {
        var (low, high) = (0, _rows.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            switch (_rows[middle].Key.CompareTo(key))
            {
                case 0: return middle;
                case < 0: low = middle + 1; break;
                default: high = middle - 1; break;
            }
        }

        return ~low;
    }
}
