namespace UserOps.Application.Journeys;

/// <summary>Where nobody asks.</summary>
internal sealed class UnwatchedStarts : IWatchStarts
{
    public void Note(StartRequest request, StartOutcome outcome)
    {
    }
}
