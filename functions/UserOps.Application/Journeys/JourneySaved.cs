using UserOps.Domain;

namespace UserOps.Application.Journeys;

/// <summary>How saving a draft ended.</summary>
public abstract record JourneySaved
{
    private JourneySaved()
    {
    }

    /// <param name="Mistakes">In the draft; it is kept with them, but can't be published.</param>
    public sealed record Kept(JourneyHead Journey, IReadOnlyList<Mistake> Mistakes) : JourneySaved;

    /// <summary>It is no JSON, or too large.</summary>
    public sealed record Unreadable(Mistake Mistake) : JourneySaved;

    /// <summary>The draft is not the one that the writer began with.</summary>
    public sealed record Overtaken : JourneySaved;
}
