using System.Collections.Immutable;

namespace UserOps.Domain.Segments;

/// <summary>What a condition speaks of, told without any user: what must be read before it is answered, and what makes it worth answering again.</summary>
/// <param name="LookBack">
/// By the name of each event that is asked about, how far back its events must be known: at least those since now less this; null: all there are. An event of such a
/// name is a reason to answer again.
/// </param>
/// <param name="Fields">All kinds of fields, those of a <c>where</c> left out.</param>
/// <param name="Variables">Names of variables of the run.</param>
/// <param name="EventProperties">Names of properties of the event at hand.</param>
public sealed record Mentions(
    ImmutableSortedDictionary<string, TimeSpan?> LookBack,
    ImmutableSortedSet<FieldKind> Fields,
    ImmutableSortedSet<string> Variables,
    ImmutableSortedSet<string> EventProperties)
{
    private static readonly ImmutableSortedSet<string> NoNames = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    public static readonly Mentions Nothing = new(ImmutableSortedDictionary.Create<string, TimeSpan?>(StringComparer.Ordinal), [], NoNames, NoNames);

    /// <summary>Keys of segments of the workspace's own. A user's entering or leaving one is a reason to answer again.</summary>
    public ImmutableSortedSet<string> Segments { get; init; } = NoNames;

    public IEnumerable<string> EventNames => LookBack.Keys;

    /// <summary>A new standing is a reason to answer again.</summary>
    public bool Scores => Fields.Any(kind => kind is >= FieldKind.ScoreRecency and <= FieldKind.Stage);

    /// <summary>Any event that changes the profile (traits, identifiers, orders, when it was last seen) is a reason to answer again.</summary>
    public bool Profile => Fields.Any(kind => kind is <= FieldKind.Language or (>= FieldKind.OrdersCount and <= FieldKind.OrdersRecencyDays));

    /// <summary>A tag put on or taken off is a reason to answer again.</summary>
    public bool Tags => Fields.Contains(FieldKind.Tag);

    public static Mentions Of(Condition condition) => Nothing.With(condition);

    /// <summary>Together with those of another condition, as all the conditions of a journey.</summary>
    public Mentions With(Condition condition) => condition switch
    {
        Condition.All all => all.Of.Aggregate(this, (mentions, of) => mentions.With(of)),
        Condition.Any any => any.Of.Aggregate(this, (mentions, of) => mentions.With(of)),
        Condition.Not not => With(not.Of),
        Condition.Compare { Field: var field } => this with
        {
            Fields = Fields.Add(field.Kind),
            Variables = field.Kind == FieldKind.Variable ? Variables.Add(field.Name!) : Variables,
            EventProperties = field.Kind == FieldKind.Event ? EventProperties.Add(field.Name!) : EventProperties,
        },
        Condition.Happened happened => this with { LookBack = LookBack.SetItem(happened.Event, Longest(happened)) },
        Condition.InSegment(var key) => this with { Segments = Segments.Add(key) },
        _ => this,
    };

    private TimeSpan? Longest(Condition.Happened happened) =>
        happened.Within is not { } within || (LookBack.TryGetValue(happened.Event, out var before) && before is null) ? null
        : Durations.UpperBound(within) is var bound && before > bound ? before
        : bound;
}
