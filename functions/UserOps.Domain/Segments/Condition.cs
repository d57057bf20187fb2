namespace UserOps.Domain.Segments;

/// <summary>A question about one user that has an answer at every instant: who is in a segment, who enters a journey, which way somebody goes.</summary>
public abstract partial record Condition
{
    private Condition()
    {
    }

    public sealed record All(IReadOnlyList<Condition> Of) : Condition;

    public sealed record Any(IReadOnlyList<Condition> Of) : Condition;

    public sealed record Not(Condition Of) : Condition;
}
