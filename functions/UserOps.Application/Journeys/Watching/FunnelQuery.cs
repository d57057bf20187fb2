using UserOps.Application.Journeys.Running;

namespace UserOps.Application.Journeys.Watching;

/// <summary>Which runs count; null: any.</summary>
/// <param name="Version">In which they are now.</param>
/// <param name="From">Begun then or later.</param>
/// <param name="To">Begun before.</param>
public sealed record FunnelQuery(int? Version = null, DateTimeOffset? From = null, DateTimeOffset? To = null)
{
    public bool Takes(RunSummary run) => (Version is null || run.Version == Version) && !(run.StartedAt < From) && !(run.StartedAt >= To);
}
