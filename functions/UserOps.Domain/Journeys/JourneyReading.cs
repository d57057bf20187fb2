namespace UserOps.Domain.Journeys;

/// <summary>What a document amounts to.</summary>
public abstract record JourneyReading
{
    private JourneyReading()
    {
    }

    public sealed record Of(JourneyDefinition Journey) : JourneyReading;

    /// <param name="Mistakes">All of them, up to <see cref="JourneyLimits.Mistakes"/>; at least one.</param>
    public sealed record Wrong(IReadOnlyList<Mistake> Mistakes) : JourneyReading;
}
