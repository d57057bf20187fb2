using System.Collections.Frozen;
using UserOps.Domain.Segments;
using UserOps.Domain.Tags;

namespace UserOps.Application.Segments;

/// <summary>The published segments and the tags that are defined at an instant, and what all of them ask about.</summary>
public sealed class SegmentSet
{
    public static readonly SegmentSet Empty = new([], TagSet.Empty);

    private readonly FrozenDictionary<string, PublishedSegment> _byKey;

    /// <param name="segments">Without tags.</param>
    public SegmentSet(IEnumerable<PublishedSegment> segments, TagSet tags)
        : this([.. segments.Where(one => !TagAudience.Is(one.Key)), .. tags.All.Where(tag => tag.ByRule).Select(NodeOf)], tags)
    {
    }

    private SegmentSet(IReadOnlyCollection<PublishedSegment> segments, TagSet tags)
    {
        Tags = tags;
        _byKey = segments.ToFrozenDictionary(segment => segment.Key, StringComparer.Ordinal);
        Conditions = segments.ToDictionary(segment => segment.Key, segment => segment.Definition?.Where, StringComparer.Ordinal);
        Dynamic = [.. SegmentGraph.Ordered(Conditions).Select(key => _byKey[key]).Where(segment => segment.Definition?.Where is not null)];
        Mentions = Dynamic.Aggregate(Mentions.Nothing, (mentions, segment) => mentions.With(segment.Definition!.Where!));
    }

    public TagSet Tags { get; }

    /// <summary>What this release can't read, as <c>segments/vips</c> or <c>tags/trial</c>.</summary>
    public IEnumerable<string> Unreadable =>
        [.. _byKey.Values.Where(one => one.Definition is null).Select(one => "segments/" + one.Key), .. Tags.All.Where(tag => tag.Definition is null).Select(tag => "tags/" + tag.Name)];

    public IReadOnlySet<string> SegmentKeys => _byKey.Keys.Where(key => !TagAudience.Is(key)).ToHashSet(StringComparer.Ordinal);

    /// <summary>Those with a condition and the rules of tags, each after those that it names.</summary>
    public IReadOnlyList<PublishedSegment> Dynamic { get; }

    /// <summary>By key, rule tags as <see cref="TagAudience"/> names them; null: a list.</summary>
    public IReadOnlyDictionary<string, Condition?> Conditions { get; }

    public Mentions Mentions { get; }

    /// <summary>The same, to be asked with every event; null: nothing is asked.</summary>
    public Mentions? Asked => Dynamic.Count > 0 ? Mentions : null;

    public bool IsEmpty => _byKey.Count == 0;

    /// <summary>The version by which somebody is in an audience now; 0: of a tag that nobody defined. Null: there is no such segment.</summary>
    public int? VersionOf(string audience) => TagAudience.TagOf(audience) is { } tag ? Tags.Find(tag)?.Version ?? 0 : Find(audience)?.Version;

    /// <returns>Null: a condition says who is in.</returns>
    public TagDefinition? ComputedBy(string audience) => TagAudience.TagOf(audience) is { } tag && Tags.Find(tag) is { Definition: { Compute: not null } computed } ? computed : null;

    public PublishedSegment? Find(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>As it would be with this one published; its circles are refused by whoever read it.</summary>
    public SegmentSet With(PublishedSegment segment) => new([.. _byKey.Values.Where(other => other.Key != segment.Key), segment], Tags);

    /// <summary>A segment that is not published, and those that it is built from.</summary>
    public SegmentSet Trying(SegmentDefinition segment) => With(new(segment.Key, 0, segment.Kind, segment)).Below(segment.Key);

    /// <summary>A segment and those that it is built from, however far down.</summary>
    public SegmentSet Below(string key)
    {
        var found = new Dictionary<string, PublishedSegment>(StringComparer.Ordinal);
        Take(key);
        return new(found.Values, Tags);

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

    private static PublishedSegment NodeOf(DefinedTag tag)
    {
        var key = TagAudience.Of(tag.Name);
        return new(key, tag.Version, SegmentKind.Dynamic, new(key, tag.Name, null, tag.Definition!.Asked));
    }
}
