namespace UserOps.Application.Journeys;

public abstract record StartOutcome
{
    private StartOutcome()
    {
    }

    /// <param name="Now">False: an earlier call with the same cause did.</param>
    public sealed record Started(string Run, bool Now) : StartOutcome;

    /// <param name="Reason"><c>no-user</c>, <c>not-published</c>, <c>audience</c>, <c>re-entry</c>, <c>inside</c>, <c>too-many</c>, <c>too-deep</c>; by the event: <c>where</c>, <c>too-old</c>, <c>own-event</c>.</param>
    public sealed record Refused(string Reason) : StartOutcome;
}
