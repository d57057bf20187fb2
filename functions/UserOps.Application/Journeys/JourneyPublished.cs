using UserOps.Domain;

namespace UserOps.Application.Journeys;

/// <summary>How publishing ended.</summary>
public abstract record JourneyPublished
{
    private JourneyPublished()
    {
    }

    /// <param name="New">False: the draft does the same as the last version, which stands.</param>
    public sealed record Done(JourneyHead Journey, bool New) : JourneyPublished;

    public sealed record Refused(IReadOnlyList<Mistake> Mistakes) : JourneyPublished;

    /// <summary>The draft is not the one that was meant.</summary>
    public sealed record Overtaken : JourneyPublished;

    public sealed record Unknown : JourneyPublished;
}
