using NodaTime;

namespace UserOps.Domain.Segments;

/// <summary>What a field is compared with.</summary>
public abstract record Operand
{
    private Operand()
    {
    }

    /// <summary>A text, a code or a tag.</summary>
    public sealed record Text(string Value) : Operand;

    public sealed record Number(decimal Value) : Operand;

    public sealed record YesNo(bool Value) : Operand;

    /// <param name="Values">Of the three above.</param>
    public sealed record List(IReadOnlyList<Operand> Values) : Operand
    {
        public bool Equals(List? other) => other is not null && Values.SequenceEqual(other.Values);

        public override int GetHashCode() => HashCode.Combine(Values.Count, Values.Count > 0 ? Values[0] : null);
    }

    /// <summary>Both bounds included.</summary>
    public sealed record Range(decimal Low, decimal High) : Operand;

    /// <summary>A day of the workspace.</summary>
    public sealed record Day(LocalDate Value) : Operand;

    /// <param name="Value">UTC.</param>
    public sealed record Moment(DateTimeOffset Value) : Operand;

    public sealed record Lasting(Period Value) : Operand;
}
