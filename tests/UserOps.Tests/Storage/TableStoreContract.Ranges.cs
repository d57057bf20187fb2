using UserOps.Application.Storage;

namespace UserOps.Tests.Storage;

public abstract partial class TableStoreContract
{
    [ContractFact]
    public async Task Twenty_five_hundred_rows_come_in_pages_each_once_and_in_order()
    {
        var keys = Enumerable.Range(0, 2_500).Select(i => $"k{i * 7_919 % 2_500:d4}").ToArray();
        foreach (var chunk in keys.Chunk(100))
        {
            await Store.CommitAsync(_partition, [.. chunk.Select(k => Insert(k, 1))], default);
        }

        var rows = await AllAsync(new(_partition));
        var first = await Store.QueryAsync(new(_partition), default);

        Assert.Equal(keys.Order(StringComparer.Ordinal), rows.Select(r => r.Key.Value));
        Assert.InRange(first.Rows.Count, 1, 1_000);
        Assert.NotNull(first.Next);
        var middle = await AllAsync(new(_partition, "k0100", "k0200", 7));
        Assert.Equal(keys.Order(StringComparer.Ordinal).Skip(100).Take(100), middle.Select(r => r.Key.Value));
    }

    [ContractFact]
    public async Task Range_includes_its_start_excludes_its_end_and_orders_by_character_code()
    {
        string[] keys = ["-", ".", "0", "9", "A", "Z", "_", "a", "a-", "a.", "aA", "a_", "aa", "a~", "b", "z", "~", "~~"];
        await Store.CommitAsync(_partition, [.. keys.Reverse().Select(k => Insert(k, 1))], default);

        Assert.Equal(keys, await KeysAsync(new(_partition)));
        Assert.Equal(["A", "Z", "_"], await KeysAsync(new(_partition, "A", "a")));
        Assert.Equal(["a", "a-", "a.", "aA", "a_", "aa", "a~"], await KeysAsync(RowQuery.Prefix(_partition, "a")));
        Assert.Equal(["~", "~~"], await KeysAsync(RowQuery.Prefix(_partition, "~")));
        Assert.Equal(["b", "z", "~", "~~"], await KeysAsync(new(_partition, "a~~")));
        Assert.Equal(["-", ".", "0"], await KeysAsync(new(_partition, null, "9")));
        Assert.Empty(await KeysAsync(new(_partition, "b", "b")));
        Assert.Empty(await KeysAsync(new(_partition, "z", "b")));
    }

    /// <summary>It may name any key after the page's last row and up to the next one, and a last page may be empty.</summary>
    [ContractTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public async Task Next_of_a_page_lies_behind_it_and_leads_to_exactly_the_rows_that_remain(int size)
    {
        string[] keys = ["a", "a-", "a--", "a.", "b", new('b', 256), new('~', 255), new('~', 256)];
        await Store.CommitAsync(_partition, [.. keys.Select(k => Insert(k, 1))], default);

        var met = new List<string>();
        for (RowQuery? query = new(_partition, PageSize: size); query is not null;)
        {
            var page = await Store.QueryAsync(query, default);
            met.AddRange(page.Rows.Select(row => row.Key.Value));
            Assert.Equal(keys[..met.Count], met);
            Assert.True(page.Next is { } next ? next.CompareTo(page.Rows[^1].Key) > 0 : met.Count == keys.Length);
            Assert.Equal(keys[met.Count..], page.Next is null ? [] : await KeysAsync(query with { From = page.Next }));
            query = page.Next is null || met.Count == keys.Length ? null : query with { From = page.Next };
        }

        Assert.Equal(keys[..4], await KeysAsync(new(_partition, null, "b", size)));
        Assert.Equal(keys[..1], await KeysAsync(new(_partition, null, "a-", size)));
    }

    [ContractFact]
    public async Task Page_that_holds_all_there_is_names_no_next()
    {
        await Store.CommitAsync(_partition, [Insert("a", 1), Insert("b", 1), Insert("c", 1)], default);

        Assert.Null((await Store.QueryAsync(new(_partition, PageSize: 4), default)).Next);
        Assert.Null((await Store.QueryAsync(new(_partition, null, "c", 3), default)).Next);
    }

    [ContractTheory]
    [InlineData(0)]
    [InlineData(1_001)]
    public async Task Page_size_is_one_to_a_thousand(int size) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.QueryAsync(new(_partition, PageSize: size), default));

    private async Task<IEnumerable<string>> KeysAsync(RowQuery query) => (await AllAsync(query)).Select(r => r.Key.Value);
}
