using System.Text;

namespace UserOps.Domain.Paths;

/// <summary>What came after an event, or before it.</summary>
/// <param name="Events">Names, the nearest first; empty: nothing did.</param>
public sealed record EventPath(IReadOnlyList<string> Events, PathEnd End) : IComparable<EventPath>
{
    /// <summary>Bytes that it takes.</summary>
    public int Size { get; } = 8 + Events.Sum(Encoding.UTF8.GetByteCount);

    public bool Equals(EventPath? other) => other is not null && End == other.End && Events.SequenceEqual(other.Events, StringComparer.Ordinal);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(End);
        foreach (var name in Events)
        {
            hash.Add(name, StringComparer.Ordinal);
        }

        return hash.ToHashCode();
    }

    /// <summary>By their names; no meaning but that it is the same everywhere.</summary>
    public int CompareTo(EventPath? other)
    {
        if (other is null)
        {
            return 1;
        }

        var first = Events.Zip(other.Events, string.CompareOrdinal).FirstOrDefault(order => order != 0);
        return first != 0 ? first : (Events.Count, End).CompareTo((other.Events.Count, other.End));
    }
}
