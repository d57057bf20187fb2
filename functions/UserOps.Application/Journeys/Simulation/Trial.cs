using UserOps.Domain;

namespace UserOps.Application.Journeys.Simulation;

/// <summary>Which version is tried.</summary>
internal abstract record Trial
{
    private Trial()
    {
    }

    /// <param name="Draft">It would be the next version.</param>
    public sealed record Of(JourneyVersion Version, bool Draft) : Trial;

    public sealed record UnknownJourney : Trial;

    public sealed record UnknownVersion : Trial;

    public sealed record Wrong(IReadOnlyList<Mistake> Mistakes) : Trial;
}
