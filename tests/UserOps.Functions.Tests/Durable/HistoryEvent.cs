using Microsoft.DurableTask;

namespace UserOps.Functions.Tests.Durable;

/// <summary>One line of what the hub keeps of an execution: all that a replay is told.</summary>
public abstract record HistoryEvent
{
    private HistoryEvent()
    {
    }

    /// <summary>The orchestrator's clock stands at this instant until the next turn.</summary>
    public sealed record TurnStarted(DateTime At) : HistoryEvent;

    public sealed record ExecutionStarted(string? InputJson) : HistoryEvent;

    public sealed record Scheduled(ScheduledAction Action) : HistoryEvent;

    public sealed record Completed(int Sequence, string? ResultJson) : HistoryEvent;

    public sealed record Failed(int Sequence, TaskFailureDetails Details) : HistoryEvent;

    public sealed record TimerFired(int Sequence) : HistoryEvent;

    public sealed record EventRaised(string Name, string? PayloadJson) : HistoryEvent;

    public sealed record ExecutionEnded(Ending Ending) : HistoryEvent;
}
