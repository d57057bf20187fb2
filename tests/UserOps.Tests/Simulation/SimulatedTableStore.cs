using UserOps.Application.Storage;

namespace UserOps.Tests.Simulation;

/// <summary>One process's way to the shared store: other steps may come in before and after each operation, and each may fail as a remote one does.</summary>
internal sealed class SimulatedTableStore(ITableStore shared, SimulatedProcess process, Faults faults, ClaimLog claims, AlarmWork alarms) : ITableStore
{
    public async Task<Row?> GetAsync(TableKey partition, TableKey row, CancellationToken cancel)
    {
        await process.PointAsync($"get {partition} {row}");
        ThrowIfThrottled();
        return await shared.GetAsync(partition, row, cancel);
    }

    public async Task<RowPage> QueryAsync(RowQuery query, CancellationToken cancel)
    {
        await process.PointAsync($"query {query.Partition} {query.From}");
        ThrowIfThrottled();
        return await shared.QueryAsync(query, cancel);
    }

    public async Task<CommitResult> CommitAsync(TableKey partition, IReadOnlyList<Change> changes, CancellationToken cancel)
    {
        var what = $"commit {partition} {string.Join(' ', changes.Select(Name))}";
        await process.PointAsync(what);
        ThrowIfThrottled();
        var result = await shared.CommitAsync(partition, changes, cancel);
        if (result is CommitResult.Committed)
        {
            claims.Note(changes);
            alarms.Note(partition);
        }

        if (result is CommitResult.Committed && faults.Happens(faults.Rates.OwnConflict, "own conflict"))
        {
            result = await shared.CommitAsync(partition, changes, cancel);
        }

        await process.PointAsync($"{(result is CommitResult.Committed ? "done" : "CONFLICT")} {what}");
        return result is CommitResult.Committed && faults.Happens(faults.Rates.LostAnswer, "lost answer")
            ? throw new PassingFaultException("The answer to a commit was lost.")
            : result;
    }

    private void ThrowIfThrottled()
    {
        if (faults.Happens(faults.Rates.Throttled, "throttled"))
        {
            throw new PassingFaultException("The store is busy.");
        }
    }

    private static string Name(Change change) => change switch
    {
        Change.Insert => $"+{change.Key}",
        Change.Replace => $"={change.Key}",
        Change.Upsert => $"!{change.Key}",
        _ => $"-{change.Key}",
    };
}
