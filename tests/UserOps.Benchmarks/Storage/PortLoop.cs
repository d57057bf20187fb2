using System.Diagnostics;
using UserOps.Application.Storage;
using UserOps.LocalHost.Queues;
using UserOps.LocalHost.Storage;

namespace UserOps.Benchmarks.Storage;

/// <summary>The same rows through the ports, with the reads, conditions and answers that apply needs; several batches under way, as the queue's worker has them.</summary>
internal sealed class PortLoop(LocalDatabase database, StorageLoad load)
{
    private readonly SqliteTableStore _store = new(database);
    private readonly SqliteMessageQueue _queue = new(database, TimeProvider.System);

    /// <returns>Events a second.</returns>
    public async Task<double> RunAsync(int batches, int senders)
    {
        var work = Enumerable.Range(0, batches).Select(_ => load.Batch()).ToArray();
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(work, new ParallelOptions { MaxDegreeOfParallelism = senders }, async (batch, cancel) =>
        {
            await _queue.EnqueueAsync([new(load.Message)], cancel);
            var claimed = await _queue.ClaimAsync(1, cancel);
            await Task.WhenAll(batch.Select(user => ApplyAsync(user.User, user.Events, cancel)));
            await _queue.CompleteAsync([.. claimed.Select(m => m.Id)]);
        });
        return batches * StorageLoad.EventsOfBatch / watch.Elapsed.TotalSeconds;
    }

    private async Task ApplyAsync(string user, string[] events, CancellationToken cancel)
    {
        CommitResult result;
        do
        {
            var profile = await _store.GetAsync(user, "p", cancel);
            var changes = new List<Change>(1 + (2 * events.Length));
            var properties = Properties.Owning([new("v", 1L), new("b0", load.Profile)]);
            changes.Add(profile is null ? new Change.Insert(properties) { Key = "p" } : new Change.Replace(properties, profile.ETag) { Key = "p" });
            foreach (var key in events)
            {
                changes.Add(new Change.Insert(Properties.None) { Key = "d~" + key });
                changes.Add(new Change.Insert(Properties.Owning([new("v", 1L), new("b0", load.Event)])) { Key = "e~0638712345678901234~" + key });
            }

            result = await _store.CommitAsync(user, changes, cancel);
        }
        while (result is CommitResult.Conflicted);

        var facts = Properties.Owning([new("rev", 1L), new("since", 20_000L), new("purchases", load.Facts)]);
        await _store.CommitAsync($"b~{user[2] % 16:x}{user[3] % 16:x}", [new Change.Upsert(facts) { Key = "F~" + user }], cancel);
    }
}
