using UserOps.Application.Users;

namespace UserOps.Tests.Simulation.Invariants;

/// <summary>
/// No wake-up is lost: when everything is at rest, no run has an event before it that it has not looked at. That its timeout would show it the event days later is no excuse.
/// </summary>
internal sealed class HeardInTime(Simulation simulation)
{
    private readonly Dictionary<string, string> _checked = [];

    public void Check()
    {
        if (simulation.Queue.Count > 0 || simulation.Fleet.Contexts.Any(process => process.Busy.Count > 0))
        {
            return;
        }

        foreach (var row in simulation.Store.RowsAt(UserRow.Profile))
        {
            if (!_checked.TryGetValue(row.Partition.Value, out var etag) || etag != row.ETag)
            {
                Check(row.Partition.Value, HolderRow.Read(row));
                _checked[row.Partition.Value] = row.ETag;
            }
        }
    }

    private void Check(string user, Holder holder)
    {
        foreach (var inside in (holder as Holder.Here)?.Profile.Journeys ?? [])
        {
            if (inside is { IsActive: true, Heard.Count: > 0 })
            {
                simulation.Fail($"Lost wake-up: run {inside.Run} of {user} in {inside.Journey} has not looked at {inside.Heard[0]}, and nothing is under way.");
            }
        }
    }
}
