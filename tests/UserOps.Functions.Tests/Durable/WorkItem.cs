namespace UserOps.Functions.Tests.Durable;

/// <summary>Something that is due to an instance at an instant: an event, or an activity that is about to end.</summary>
/// <param name="Execution">That it belongs to; null: whichever is current then.</param>
internal sealed record WorkItem(ReplayedInstance Instance, int? Execution, HistoryEvent? Event, ScheduledAction? Activity)
{
    /// <summary>Nobody will hear of it any more.</summary>
    public bool IsStale => !Instance.IsAtWork || (Execution is { } execution && execution != Instance.Execution);
}
