using UserOps.Application.Storage;

namespace UserOps.Tests.Storage;

/// <summary>What every table store does alike. An adapter's tests derive from it; each test has a partition of its own.</summary>
public abstract partial class TableStoreContract
{
    private readonly TableKey _partition = "t~" + Guid.NewGuid().ToString("N");

    protected abstract ITableStore Store { get; }

    [ContractFact]
    public async Task Missing_row_reads_as_null_and_missing_partition_as_an_empty_page()
    {
        Assert.Null(await Store.GetAsync(_partition, "a", default));
        var page = await Store.QueryAsync(new(_partition), default);
        Assert.Empty(page.Rows);
        Assert.Null(page.Next);
    }

    [ContractFact]
    public async Task Inserted_row_reads_back_with_its_key_and_the_ETag_of_the_answer()
    {
        var etag = await CommitAsync(Insert("a", 1));

        var row = await Store.GetAsync(_partition, "a", default);

        Assert.Equal(new(_partition, "a", etag!, row!.Properties), row);
        Assert.Equal(1, row.Properties.Number("n"));
    }

    [ContractFact]
    public async Task Insert_conflicts_when_the_row_exists()
    {
        await CommitAsync(Insert("a", 1));

        Assert.Equal(0, await ConflictAsync(Insert("a", 2)));
        Assert.Equal(1, await NumberAsync("a"));
    }

    [ContractFact]
    public async Task Replace_takes_the_right_ETag_only_and_leaves_no_old_property()
    {
        var first = await CommitAsync(Insert("a", Properties.Of(new("n", 1L), new("old", true))));
        var second = await CommitAsync(Replace("a", 2, first!));

        Assert.NotEqual(first, second);
        Assert.Equal(0, await ConflictAsync(Replace("a", 3, first!)));
        Assert.Equal(0, await ConflictAsync(Replace("missing", 3, second!)));
        var row = await Store.GetAsync(_partition, "a", default);
        Assert.Equal([new("n", 2L)], row!.Properties);
    }

    [ContractFact]
    public async Task Upsert_writes_whether_or_not_the_row_exists_and_changes_the_ETag()
    {
        var first = await CommitAsync(Upsert("a", 1));
        var second = await CommitAsync(Upsert("a", 2));

        Assert.NotEqual(first, second);
        Assert.Equal(2, await NumberAsync("a"));
        Assert.Equal(0, await ConflictAsync(Replace("a", 3, first!)));
    }

    [ContractFact]
    public async Task Delete_takes_the_right_ETag_or_any_and_conflicts_on_a_missing_row()
    {
        var etag = await CommitAsync(Insert("a", 1));
        var later = await CommitAsync(Upsert("a", 2));

        Assert.Equal(0, await ConflictAsync(Delete("a", etag)));
        Assert.Null(await CommitAsync(Delete("a", later)));
        Assert.Null(await Store.GetAsync(_partition, "a", default));
        Assert.Equal(0, await ConflictAsync(Delete("a", later)));
        Assert.Equal(0, await ConflictAsync(Delete("a")));

        await CommitAsync(Insert("a", 3));
        Assert.Null(await CommitAsync(Delete("a")));
        Assert.Null(await Store.GetAsync(_partition, "a", default));
    }

    [ContractFact]
    public async Task Row_made_again_never_has_an_ETag_it_had_before()
    {
        var first = await CommitAsync(Insert("a", 1));
        await CommitAsync(Delete("a"));
        var second = await CommitAsync(Insert("a", 1));

        Assert.NotEqual(first, second);
        Assert.Equal(0, await ConflictAsync(Replace("a", 2, first!)));
    }

    [ContractFact]
    public async Task ETag_from_elsewhere_conflicts()
    {
        await CommitAsync(Insert("a", 1));

        Assert.Equal(0, await ConflictAsync(Replace("a", 2, "W/\"datetime'2012-01-04T18%3A35%3A00Z'\"")));
        Assert.Equal(0, await ConflictAsync(Replace("a", 2, "0")));
        Assert.Equal(0, await ConflictAsync(Replace("b", 2, "0")));
        Assert.Equal(0, await ConflictAsync(Delete("a", "-1")));
        Assert.Equal(1, await NumberAsync("a"));
        Assert.Null(await Store.GetAsync(_partition, "b", default));
    }

    [ContractFact]
    public async Task Partitions_do_not_see_each_other()
    {
        TableKey longer = _partition.Value + "-";
        await CommitAsync(Insert("a", 1));
        await Store.CommitAsync(longer, [Insert("a", 2), Insert("b", 2)], default);

        Assert.Equal(1, await NumberAsync("a"));
        Assert.Single(await AllAsync(new(_partition)));
        Assert.Equal(2, (await AllAsync(new(longer))).Count);
    }

    protected async Task<IReadOnlyList<Row>> AllAsync(RowQuery query)
    {
        var rows = new List<Row>();
        for (TableKey? from = query.From; ;)
        {
            var page = await Store.QueryAsync(query with { From = from }, default);
            Assert.InRange(page.Rows.Count, 0, query.PageSize);
            rows.AddRange(page.Rows);
            if (page.Next is null)
            {
                return rows;
            }

            from = page.Next;
        }
    }

    private static Change Insert(TableKey key, long number) => Insert(key, Properties.Of("n", number));

    private static Change Insert(TableKey key, Properties properties) => new Change.Insert(properties) { Key = key };

    private static Change Upsert(TableKey key, long number) => new Change.Upsert(Properties.Of("n", number)) { Key = key };

    private static Change Replace(TableKey key, long number, string etag) => new Change.Replace(Properties.Of("n", number), etag) { Key = key };

    private static Change Delete(TableKey key, string? etag = null) => new Change.Delete(etag) { Key = key };

    private async Task<string?> CommitAsync(Change change) =>
        Assert.IsType<CommitResult.Committed>(await Store.CommitAsync(_partition, [change], default)).ETags[0];

    private async Task<int> ConflictAsync(params Change[] changes) =>
        Assert.IsType<CommitResult.Conflicted>(await Store.CommitAsync(_partition, changes, default)).Index;

    private async Task<long> NumberAsync(TableKey key) => (await Store.GetAsync(_partition, key, default))!.Properties.Number("n");
}
