namespace UserOps.Functions.Tests.Durable;

/// <summary>What an orchestrator asked of the outside. A replay has to ask the same again, in the same order.</summary>
/// <param name="Sequence">From 0 on within an execution.</param>
/// <param name="Name">Of the activity, the orchestrator or the event; of a timer: <c>timer</c>.</param>
/// <param name="Target">Instance id of a sub-orchestration or of an event's receiver.</param>
/// <param name="DueAt">Of a timer.</param>
/// <param name="Options">Retries and tags, written out.</param>
public sealed record ScheduledAction(int Sequence, ActionKind Kind, string Name, string? InputJson, string? Target, DateTime? DueAt, string Options)
{
    public override string ToString() =>
        $"#{Sequence} {Kind} {Name}{(Target is null ? "" : " to " + Target)}{(DueAt is null ? "" : $" at {DueAt:O}")} {InputJson ?? "without input"}{(Options.Length == 0 ? "" : ", " + Options)}";
}
