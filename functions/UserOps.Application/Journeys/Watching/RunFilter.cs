using UserOps.Application.Journeys.Running;
using UserOps.Domain.Journeys;

namespace UserOps.Application.Journeys.Watching;

/// <summary>Null: any.</summary>
public sealed record RunFilter(RunState? State = null, string? Step = null, int? Version = null)
{
    public bool Takes(RunSummary run) => (State is null || run.State == State) && (Step is null || run.Step == Step) && (Version is null || run.Version == Version);
}
