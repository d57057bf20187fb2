using System.Collections.Concurrent;
using UserOps.Application.Scoring;
using UserOps.Application.Storage;

namespace UserOps.Functions.Tests.Scoring;

/// <summary>Passes everything on to a store and notes what a night asked of it.</summary>
internal sealed class StoreTraffic(ITableStore store) : ITableStore
{
    private const string OutboxPrefix = "T~";

    private readonly ConcurrentDictionary<string, (int Batches, int Users)> _scored = new();
    private int _reads;
    private int _pages;
    private int _commits;
    private int _told;

    /// <summary>Reads of one row.</summary>
    public int Reads => _reads;

    public int Pages => _pages;

    /// <summary>Batches that write where users stand, and the users in them, by bucket.</summary>
    public IReadOnlyCollection<(int Batches, int Users)> Scored => [.. _scored.Values];

    /// <summary>Commits that take told outbox rows away.</summary>
    public int Told => _told;

    /// <summary>Commits of what steps hand to each other and of the run's own row.</summary>
    public int Others => _commits - _told - _scored.Values.Sum(bucket => bucket.Batches);

    public int Operations => _reads + _pages + _commits;

    public Task<Row?> GetAsync(TableKey partition, TableKey row, CancellationToken cancel)
    {
        Interlocked.Increment(ref _reads);
        return store.GetAsync(partition, row, cancel);
    }

    public Task<RowPage> QueryAsync(RowQuery query, CancellationToken cancel)
    {
        Interlocked.Increment(ref _pages);
        return store.QueryAsync(query, cancel);
    }

    public Task<CommitResult> CommitAsync(TableKey partition, IReadOnlyList<Change> changes, CancellationToken cancel)
    {
        Interlocked.Increment(ref _commits);
        var users = changes.Count(change => change.Key.Value.StartsWith(ScoreRow.Prefix, StringComparison.Ordinal));
        if (users > 0)
        {
            _scored.AddOrUpdate(partition.Value, (1, users), (_, before) => (before.Batches + 1, before.Users + users));
        }
        else if (changes.All(change => change is Change.Delete && change.Key.Value.StartsWith(OutboxPrefix, StringComparison.Ordinal)))
        {
            Interlocked.Increment(ref _told);
        }

        return store.CommitAsync(partition, changes, cancel);
    }
}
