using NodaTime;

namespace UserOps.Domain.Segments;

/// <summary>
/// A question about one user that has an answer at every instant: who is in a segment, who enters a journey, which way somebody goes.
/// Conditions that ask the same in the same words are equal. <see cref="ConditionReader"/> says how they are written in JSON.
/// </summary>
public abstract partial record Condition
{
    private Condition()
    {
    }

    public sealed record All(IReadOnlyList<Condition> Of) : Condition
    {
        public bool Equals(All? other) => other is not null && Of.SequenceEqual(other.Of);

        public override int GetHashCode() => HashCode.Combine(nameof(All), Of.Count, Of.Count > 0 ? Of[0] : null);
    }

    public sealed record Any(IReadOnlyList<Condition> Of) : Condition
    {
        public bool Equals(Any? other) => other is not null && Of.SequenceEqual(other.Of);

        public override int GetHashCode() => HashCode.Combine(nameof(Any), Of.Count, Of.Count > 0 ? Of[0] : null);
    }

    public sealed record Not(Condition Of) : Condition;

    /// <summary>
    /// Holds when the field has a value of the operator's type that passes. The operators that deny (<c>isNot</c>, <c>notIn</c>, <c>notWithinLast</c>, <c>hasNot</c>,
    /// <c>missing</c>) hold exactly where their opposite does not, so also where there is no value.
    /// </summary>
    /// <param name="Operand">As <see cref="OperatorInfo.Operand"/> says; null for operators that take none.</param>
    public sealed record Compare(Field Field, Operator Operator, Operand? Operand) : Condition;

    /// <summary>How often an event of a name happened.</summary>
    /// <param name="Event">The name, exactly as it is sent.</param>
    /// <param name="Within">Counted back from now; null: ever.</param>
    /// <param name="Where">About the event's own properties; null: every event of the name.</param>
    public sealed record Happened(string Event, Times Times, Period? Within, Condition? Where) : Condition;

    /// <summary>That one event happened, after it another, and so on, each strictly later than the one before.</summary>
    /// <param name="Steps">2 to <see cref="ConditionLimits.Steps"/>; of these only the last may be one that did not happen.</param>
    /// <param name="Within">Longest time from the first to the last that happened, and after that for one that did not; null: any, and then all happened.</param>
    /// <param name="Since">How far back the first may be; null: ever.</param>
    public sealed record Sequence(IReadOnlyList<SequenceStep> Steps, Period? Within, Period? Since) : Condition
    {
        public bool Equals(Sequence? other) => other is not null && Steps.SequenceEqual(other.Steps) && Equals(Within, other.Within) && Equals(Since, other.Since);

        public override int GetHashCode() => HashCode.Combine(nameof(Sequence), Steps.Count, Steps.Count > 0 ? Steps[0] : null, Within, Since);
    }

    /// <summary>What the profile remembers of the user's way through a journey.</summary>
    /// <param name="Key">Of the journey.</param>
    /// <param name="Within">Counted back from now; null: ever, and always of <see cref="JourneyPart.Inside"/>.</param>
    public sealed record InJourney(string Key, JourneyPart Part, Period? Within) : Condition;

    /// <summary>That a run of the user's left a step: which arm of a split, which way of a branch, whether what was waited for came.</summary>
    /// <param name="Key">Of the journey, in any version.</param>
    /// <param name="Outcome">As in <see cref="Journeys.StepTally"/>; null: any.</param>
    public sealed record PassedStep(string Key, string Step, string? Outcome) : Condition;

    /// <summary>How many messages came so far.</summary>
    /// <param name="Journey">Key of the journey that sent it; null: of any.</param>
    /// <param name="Template">Key; null: any.</param>
    /// <param name="Channel">Null: any.</param>
    /// <param name="Within">Counted back from now; null: ever.</param>
    public sealed record Messaged(MessageMark Mark, string? Journey, string? Template, string? Channel, Times Times, Period? Within) : Condition;

    /// <summary>Whether the user is in a segment of the workspace's own.</summary>
    /// <param name="Key">Of the segment.</param>
    public sealed record InSegment(string Key) : Condition;
}
