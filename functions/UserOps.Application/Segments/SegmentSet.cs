using System.Collections.Frozen;
using UserOps.Domain.Segments;

namespace UserOps.Application.Segments;

/// <summary>The published segments at an instant, and what all of them ask about.</summary>
public sealed class SegmentSet
{
    public static readonly SegmentSet Empty = new([]);

    private readonly FrozenDictionary<string, PublishedSegment> _byKey;

    public SegmentSet(IReadOnlyCollection<PublishedSegment> segments)
    {
        _byKey = segments.ToFrozenDictionary(segment => segment.Key, StringComparer.Ordinal);
        Conditions = segments.ToDictionary(segment => segment.Key, segment => segment.Definition?.Where, StringComparer.Ordinal);
        Dynamic = [.. SegmentGraph.Ordered(Conditions).Select(key => _byKey[key]).Where(segment => segment.Definition?.Where is not null)];
        Mentions = Dynamic.Aggregate(Mentions.Nothing, (mentions, segment) => mentions.With(segment.Definition!.Where!));
    }

    /// <summary>Those with a condition, each after those that it names.</summary>
    public IReadOnlyList<PublishedSegment> Dynamic { get; }

    /// <summary>By key; null: a list.</summary>
    public IReadOnlyDictionary<string, Condition?> Conditions { get; }

    public Mentions Mentions { get; }

    /// <summary>The same, to be asked with every event; null: nothing is asked.</summary>
    public Mentions? Asked => Dynamic.Count > 0 ? Mentions : null;

    public bool IsEmpty => _byKey.Count == 0;

    public PublishedSegment? Find(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>As it would be with this one published; its circles are refused by whoever read it.</summary>
    public SegmentSet With(PublishedSegment segment) => new([.. _byKey.Values.Where(other => other.Key != segment.Key), segment]);

    /// <summary>A segment and those that it is built from, however far down.</summary>
    public SegmentSet Below(string key)
    {
        var found = new Dictionary<string, PublishedSegment>(StringComparer.Ordinal);
        Take(key);
        return new(found.Values);

        void Take(string one)
        {
            if (Find(one) is { } segment && found.TryAdd(one, segment))
            {
                foreach (var named in SegmentGraph.NamedBy(segment.Definition?.Where))
                {
                    Take(named);
                }
            }
        }
    }
}
