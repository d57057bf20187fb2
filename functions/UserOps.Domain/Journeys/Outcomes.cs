namespace UserOps.Domain.Journeys;

/// <summary>How a run left a step, besides the ways out that the step itself names.</summary>
public static class Outcomes
{
    /// <summary>Of a step that has only one way out.</summary>
    public const string Done = "done";

    public const string Sent = "sent";
    public const string Refused = "refused";
    public const string Unknown = "unknown";

    private const string SkippedPrefix = "skipped:";

    public static string Skipped(string reason) => SkippedPrefix + reason;

    /// <returns>Null for another outcome.</returns>
    public static string? ReasonOf(string outcome) => outcome.StartsWith(SkippedPrefix, StringComparison.Ordinal) ? outcome[SkippedPrefix.Length..] : null;

    /// <summary>The run ended at the step, before it was carried out.</summary>
    public static string Of(RunEndingKind ending) => ending switch
    {
        RunEndingKind.Converted => "converted",
        RunEndingKind.AlreadyThere => "already-there",
        RunEndingKind.Left => "left",
        RunEndingKind.Exited => "exited",
        RunEndingKind.Cancelled => "cancelled",
        RunEndingKind.Merged => "merged",
        _ => Done,
    };
}
