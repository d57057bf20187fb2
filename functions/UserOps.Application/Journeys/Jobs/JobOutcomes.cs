namespace UserOps.Application.Journeys.Jobs;

/// <summary>What a job comes to for one person. A start that is refused says why, as <see cref="StartOutcome.Refused"/> does.</summary>
public static class JobOutcomes
{
    public const string Started = "started";

    /// <summary>Is inside by an earlier start.</summary>
    public const string Inside = "inside";

    /// <summary>Was inside, and may not come in again.</summary>
    public const string ReEntry = "re-entry";

    public const string NotPublished = "not-published";
    public const string Paused = "paused";
    public const string Resumed = "resumed";
    public const string Cancelled = "cancelled";
    public const string Woken = "woken";

    /// <summary>The run had ended.</summary>
    public const string Ended = "ended";

    /// <summary>Is not in the journey, or not any more.</summary>
    public const string NotInside = "not-inside";

    public const string Stayed = "stayed";
    public const string Moved = "moved";

    /// <summary>The new version has no place for the person: the run ended.</summary>
    public const string Out = "out";

    /// <summary>Is in another version by now.</summary>
    public const string Elsewhere = "elsewhere";

    /// <summary>Came meanwhile to a step that the mapping says nothing about, and stays in the old version.</summary>
    public const string Unmapped = "unmapped";

    /// <summary>A message is on its way and nobody knows yet how it ended; stays in the old version.</summary>
    public const string InFlight = "in-flight";

    public const string Tagged = "tagged";
    public const string Untagged = "untagged";

    public const string Listed = "listed";
    public const string Unlisted = "unlisted";

    /// <summary>The tag was retired meanwhile, or made a rule; or the list was archived: nothing was changed.</summary>
    public const string Ignored = "ignored";

    /// <summary>It broke again and again.</summary>
    public const string Failed = "failed";
}
