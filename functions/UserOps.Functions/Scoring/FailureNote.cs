using Microsoft.DurableTask;

namespace UserOps.Functions.Scoring;

/// <param name="Reason">Type and place of the failure, never its message, which may quote a person's data: <c>IOException in ScoreBuckets</c>.</param>
public sealed record FailureNote(HeldRun Run, string Reason)
{
    private const int LongestName = 100;

    internal static FailureNote Of(HeldRun run, TaskFailedException failure) => new(run, $"{TypeName(failure.FailureDetails.ErrorType)} in {failure.TaskName}");

    /// <summary>The host finds the type in text that crossed a process border, so what does not look like one is not believed.</summary>
    private static string TypeName(string errorType)
    {
        var name = errorType[(errorType.LastIndexOfAny(['.', '+']) + 1)..];
        return name.Length is > 0 and <= LongestName && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '`') ? name : "Unknown failure";
    }
}
