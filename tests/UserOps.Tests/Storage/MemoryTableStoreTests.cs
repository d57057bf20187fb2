using UserOps.Application.Storage;

namespace UserOps.Tests.Storage;

public sealed class MemoryTableStoreTests : TableStoreContract
{
    private readonly MemoryTableStore _store = new();

    protected override ITableStore Store => _store;

    [Fact]
    public async Task Crash_before_a_commit_leaves_nothing_and_one_after_it_leaves_all()
    {
        var change = new Change.Insert(Properties.None) { Key = "a" };

        _store.Before = _ => throw new IOException("crash");
        await Assert.ThrowsAsync<IOException>(() => _store.CommitAsync("t", [change], default));
        _store.Before = null;
        Assert.Empty(_store.Rows);

        _store.After = operation => operation.Changes.Count > 0 ? throw new IOException("crash") : Task.CompletedTask;
        await Assert.ThrowsAsync<IOException>(() => _store.CommitAsync("t", [change], default));
        Assert.NotNull(await _store.GetAsync("t", "a", default));
        Assert.Equal(["t"], _store.Partitions);
    }

    [Fact]
    public async Task Operations_are_counted_by_kind()
    {
        var change = new Change.Insert(Properties.None) { Key = "a" };
        await _store.CommitAsync("t", [change, new Change.Upsert(Properties.None) { Key = "b" }], default);
        await _store.CommitAsync("t", [change], default);
        await _store.CommitAsync("t", [new Change.Delete { Key = "a" }], default);
        await _store.GetAsync("t", "a", default);
        await _store.QueryAsync(new("t"), default);

        Assert.Equal(new(Gets: 1, Queries: 1, Commits: 2, Conflicts: 1, Written: 2, Deleted: 1), _store.Counts);
    }
}
