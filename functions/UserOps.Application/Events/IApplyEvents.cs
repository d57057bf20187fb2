using UserOps.Domain.Events;

namespace UserOps.Application.Events;

/// <summary>Folds events into their users' partitions, and carries out what follows from them (index, projection, merges). Safe to call twice.</summary>
public interface IApplyEvents
{
    Task<ApplyCounts> RunAsync(IReadOnlyList<UserEvent> events, CancellationToken cancel);
}
