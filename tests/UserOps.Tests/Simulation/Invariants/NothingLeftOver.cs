using UserOps.Application.Events;
using UserOps.Application.Users;

namespace UserOps.Tests.Simulation.Invariants;

/// <summary>All that was noted to be done is done: outbox, inbox and merges are empty.</summary>
internal sealed class NothingLeftOver : IInvariant
{
    public IEnumerable<string> Broken(Simulation simulation, Picture end)
    {
        foreach (var row in end.Rows)
        {
            if (row.Partition.Value == InboxRow.Partition || row.Key.Value.StartsWith(UserRow.OutboxPrefix, StringComparison.Ordinal))
            {
                yield return $"left over: {row.Partition} {row.Key}";
            }
        }

        foreach (var (key, _) in end.Holders.Where(holder => holder.Value is Holder.MovedTo { Draining: true }))
        {
            yield return $"half merged: {key}";
        }
    }
}
