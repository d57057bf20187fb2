using System.Collections.Immutable;
using NodaTime;

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

    /// <summary>Keys of journeys. A run of one that begins or ends is a reason to answer again.</summary>
    public ImmutableSortedSet<string> Journeys { get; init; } = NoNames;

    /// <summary>Keys of journeys whose steps are asked about. A step of one that a run leaves is a reason to answer again.</summary>
    public ImmutableSortedSet<string> StepsOf { get; init; } = NoNames;

    /// <summary>Names of tags.</summary>
    public ImmutableSortedSet<string> TagNames { get; init; } = NoNames;

    /// <summary>The ledger of the user's messages is asked for; a change of an entry is a reason to answer again.</summary>
    public bool Messages { get; init; }

    public IEnumerable<string> EventNames => LookBack.Keys;

    /// <summary>A new standing is a reason to answer again.</summary>
    public bool Scores => Any(FieldSource.Scores);

    /// <summary>Another published run is a reason to answer again, and so is a change of the purchases.</summary>
    public bool Predictions => Any(FieldSource.Predictions);

    /// <summary>Any event that changes the profile (traits, identifiers, consent, orders, when it was last seen) is a reason to answer again.</summary>
    public bool Profile => Any(FieldSource.Person) || Any(FieldSource.Orders) || Predictions;

    /// <summary>A tag put on or taken off is a reason to answer again.</summary>
    public bool Tags => Any(FieldSource.Tags);

    /// <summary>More than events by their names is a reason to answer again.</summary>
    public bool AsksBeyondEvents => !Fields.IsEmpty || !Segments.IsEmpty || !Journeys.IsEmpty || !StepsOf.IsEmpty || Messages;

    public static Mentions Of(Condition condition) => Nothing.With(condition);

    /// <summary>Together with those of another condition, as all the conditions of a journey.</summary>
    public Mentions With(Condition condition) => condition switch
    {
        Condition.All all => all.Of.Aggregate(this, (mentions, of) => mentions.With(of)),
        Condition.Any any => any.Of.Aggregate(this, (mentions, of) => mentions.With(of)),
        Condition.Not not => With(not.Of),
        Condition.Compare { Field: var field } compare => this with
        {
            TagNames = field.Info.Source == FieldSource.Tags ? TagNames.Add(TagOf(compare)) : TagNames,
            Fields = Fields.Add(field.Kind),
            Variables = field.Kind == FieldKind.Variable ? Variables.Add(field.Name!) : Variables,
            EventProperties = field.Kind == FieldKind.Event ? EventProperties.Add(field.Name!) : EventProperties,
        },
        Condition.Happened happened => Back(happened.Event, happened.Within),
        Condition.Sequence sequence => sequence.Steps.Aggregate(this, (mentions, step) => mentions.Back(step.Event, sequence.Since)),
        Condition.InSegment(var key) => this with { Segments = Segments.Add(key) },
        Condition.InJourney journey => this with { Journeys = Journeys.Add(journey.Key) },
        Condition.PassedStep step => this with { StepsOf = StepsOf.Add(step.Key) },
        Condition.Messaged => this with { Messages = true },
        _ => this,
    };

    /// <summary>Of a comparison of <see cref="FieldSource.Tags"/>.</summary>
    internal static string TagOf(Condition.Compare compare) => compare.Field.Name ?? ((Operand.Text)compare.Operand!).Value;

    private bool Any(FieldSource source) => Fields.Any(kind => FieldCatalog.Of(kind).Source == source);

    private Mentions Back(string name, Period? within) => this with { LookBack = LookBack.SetItem(name, Longest(name, within)) };

    private TimeSpan? Longest(string name, Period? within) =>
        within is null || (LookBack.TryGetValue(name, out var before) && before is null) ? null
        : Durations.UpperBound(within) is var bound && before > bound ? before
        : bound;
}
