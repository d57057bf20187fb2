using UserOps.Application.Storage;

namespace UserOps.Tests.Storage;

public abstract partial class TableStoreContract
{
    [Fact]
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

    [Fact]
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

    [Fact]
    public async Task Page_that_ends_with_the_range_names_no_next()
    {
        await Store.CommitAsync(_partition, [Insert("a", 1), Insert("b", 1), Insert("c", 1)], default);

        Assert.Null((await Store.QueryAsync(new(_partition, null, "c", 2), default)).Next);
        Assert.Equal("c", (await Store.QueryAsync(new(_partition, PageSize: 2), default)).Next?.Value);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_001)]
    public async Task Page_size_is_one_to_a_thousand(int size) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.QueryAsync(new(_partition, PageSize: size), default));

    private async Task<IEnumerable<string>> KeysAsync(RowQuery query) => (await AllAsync(query)).Select(r => r.Key.Value);
}
