using Microsoft.Data.Sqlite;
using UserOps.Application.Storage;
using UserOps.LocalHost.Storage;
using UserOps.Tests.Storage;

namespace UserOps.LocalHost.Tests.Storage;

public sealed class SqliteTableStoreTests : TableStoreContract, IDisposable
{
    private readonly TemporaryFolder _temporary = new();
    private readonly DataFolder _folder;
    private LocalDatabase _database;

    public SqliteTableStoreTests()
    {
        _folder = DataFolder.Open(_temporary.Path);
        _database = LocalDatabase.Open(_folder);
    }

    protected override ITableStore Store => new SqliteTableStore(_database);

    [Fact]
    public async Task Concurrent_commits_share_transactions()
    {
        await Task.WhenAll(Enumerable.Range(0, 64).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 50; i++)
            {
                await InsertAsync($"u{writer}", $"{i}");
            }
        })));

        Assert.Equal(3_200, _database.Commits);
        Assert.InRange(_database.Transactions, 1, _database.Commits / 4);
    }

    [Fact]
    public async Task Lone_commit_has_a_transaction_of_its_own()
    {
        for (var i = 1; i <= 3; i++)
        {
            await InsertAsync("u", $"{i}");
            Assert.Equal(i, _database.Transactions);
        }
    }

    [Fact]
    public async Task Conflicting_commits_leave_those_gathered_with_them_whole()
    {
        await InsertAsync("taken", "x");

        var results = await Task.WhenAll(Enumerable.Range(0, 400).Select(i => Task.Run(() => Store.CommitAsync(
            "taken", [Insert($"new-{i}"), Insert(i % 3 == 0 ? "x" : $"other-{i}")], default))));

        Assert.Equal(Enumerable.Range(0, 400).Where(i => i % 3 == 0), Enumerable.Range(0, 400).Where(i => results[i] is CommitResult.Conflicted { Index: 1 }));
        var keys = (await AllAsync(new("taken"))).Select(r => r.Key.Value).ToHashSet();
        Assert.Equal(1 + (2 * 266), keys.Count);
        Assert.DoesNotContain("new-0", keys);
        Assert.Contains("new-1", keys);
        Assert.True(_database.Transactions < 401);
    }

    [Fact]
    public async Task Rows_may_grow_and_shrink_across_the_length_that_moves_a_body()
    {
        var random = new Random(1);
        var etag = (await InsertAsync("u", "a"))!;
        foreach (var length in new[] { 10, 5_000, 150, 250, 60_000, 250, 0, 201 })
        {
            var bytes = new byte[length];
            random.NextBytes(bytes);
            var result = await Store.CommitAsync("u", [new Change.Replace(Properties.Of("b", bytes), etag) { Key = "a" }], default);
            etag = Assert.IsType<CommitResult.Committed>(result).ETags[0]!;
            Assert.Equal(bytes, (await Store.GetAsync("u", "a", default))!.Properties.Bytes("b"));
        }

        await Store.CommitAsync("u", [new Change.Delete(etag) { Key = "a" }], default);
        await InsertAsync("u", "a");
        Assert.Empty((await Store.GetAsync("u", "a", default))!.Properties);
        DatabaseFile.AssertSound(_folder.Database);
    }

    [Fact]
    public async Task Full_disk_fails_those_it_hits_writes_nothing_of_theirs_and_is_over_when_there_is_room()
    {
        await InsertAsync("u", "before");
        var large = Properties.Of([.. Enumerable.Range(0, 10).Select(i => new Property($"b{i}", new byte[60_000]))]);
        await _database.Writer.RunAsync(new PragmaJob(_database, "pragma max_page_count = 200"));

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(async i =>
        {
            try
            {
                await Store.CommitAsync("u", [Insert($"small-{i:d2}"), new Change.Insert(large) { Key = $"large-{i:d2}" }], default);
                return true;
            }
            catch (SqliteException full)
            {
                Assert.Equal(13, full.SqliteErrorCode);
                return false;
            }
        }));

        Assert.Contains(false, results);
        var keys = (await AllAsync(new("u"))).Select(r => r.Key.Value).ToHashSet();
        Assert.All(Enumerable.Range(0, 20), i => Assert.Equal((results[i], results[i]), (keys.Contains($"small-{i:d2}"), keys.Contains($"large-{i:d2}"))));
        Assert.Contains("before", keys);

        await _database.Writer.RunAsync(new PragmaJob(_database, "pragma max_page_count = 1000000"));
        await InsertAsync("u", "after");
        DatabaseFile.AssertSound(_folder.Database);
    }

    [Fact]
    public async Task Everything_answered_is_read_at_once_by_everybody()
    {
        await Task.WhenAll(Enumerable.Range(0, 16).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 100; i++)
            {
                await InsertAsync($"u{writer}", $"{i:d3}");
                Assert.NotNull(await Store.GetAsync($"u{writer}", $"{i:d3}", default));
                Assert.Equal(i + 1, (await Store.QueryAsync(new($"u{writer}"), default)).Rows.Count);
            }
        })));
    }

    [Fact]
    public async Task Closed_and_opened_again_it_holds_the_same_and_gives_no_ETag_twice()
    {
        var before = await InsertAsync("u", "a");
        _database.Dispose();
        Assert.False(File.Exists(_folder.Database + "-wal"));

        _database = LocalDatabase.Open(_folder);

        Assert.Equal(before, (await Store.GetAsync("u", "a", default))!.ETag);
        await Store.CommitAsync("u", [new Change.Delete { Key = "a" }], default);
        Assert.NotEqual(before, await InsertAsync("u", "a"));
    }

    [Fact]
    public async Task Commits_that_wait_at_shutdown_are_written_and_later_ones_refused()
    {
        var waiting = Enumerable.Range(0, 200).Select(i => InsertAsync("u", $"{i:d3}")).ToArray();
        _database.Dispose();

        Assert.All(await Task.WhenAll(waiting), Assert.NotNull);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => InsertAsync("u", "late"));
        _database = LocalDatabase.Open(_folder);
        Assert.Equal(200, (await AllAsync(new("u"))).Count);
    }

    public void Dispose()
    {
        _database.Dispose();
        DatabaseFile.AssertSound(_folder.Database);
        _folder.Dispose();
        _temporary.Dispose();
    }

    private sealed class PragmaJob(LocalDatabase database, string pragma) : WriteJob<bool>
    {
        public override int Bytes => 0;

        protected override bool Execute()
        {
            database.Execute(pragma);
            return true;
        }
    }

    private static Change.Insert Insert(TableKey key) => new(Properties.None) { Key = key };

    private async Task<string?> InsertAsync(TableKey partition, TableKey key) =>
        Assert.IsType<CommitResult.Committed>(await Store.CommitAsync(partition, [Insert(key)], default)).ETags[0];
}
