using NodaTime;

namespace UserOps.Domain.Journeys;

/// <summary>Whether somebody who has been in a journey may come in again.</summary>
public abstract record ReEntry
{
    private ReEntry()
    {
    }

    public sealed record Never : ReEntry;

    /// <summary>Once the run before has ended.</summary>
    public sealed record AfterExit : ReEntry;

    /// <param name="Since">Counted from when the run before began; that one must have ended too.</param>
    public sealed record After(Period Since) : ReEntry;
}
