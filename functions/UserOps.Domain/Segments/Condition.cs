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

    /// <summary>Whether the user is in a segment of the workspace's own.</summary>
    /// <param name="Key">Of the segment.</param>
    public sealed record InSegment(string Key) : Condition;
}
