using UserOps.Application.Storage;

namespace UserOps.Tests.Storage;

public abstract partial class TableStoreContract
{
    [ContractTheory]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a%b")]
    [InlineData("a b")]
    [InlineData("a'b")]
    [InlineData("a\"b")]
    [InlineData("é")]
    [InlineData("😀")]
    [InlineData("a\0")]
    [InlineData("")]
    public async Task Key_with_another_character_is_refused(string key)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Store.GetAsync(_partition, key, default));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.CommitAsync(key, [Insert("a", 1)], default));
        Assert.Empty(await AllAsync(new(_partition)));
    }

    [ContractFact]
    public async Task Key_of_256_characters_is_kept_and_one_more_refused()
    {
        var longest = new string('k', 256);
        await CommitAsync(Insert(longest, 1));

        Assert.Equal(1, await NumberAsync(longest));
        Assert.Throws<ArgumentException>(() => new TableKey(longest + "k"));
    }

    [ContractFact]
    public async Task Binary_property_over_64_KiB_is_refused() => await RefusedAsync(Insert("a", Properties.Of("b", new byte[(64 * 1024) + 1])));

    [ContractFact]
    public async Task Text_over_32768_units_is_refused() => await RefusedAsync(Insert("a", Properties.Of("s", new string('x', 32_769))));

    [ContractFact]
    public async Task Row_over_one_MiB_is_refused() => await RefusedAsync(Insert("a", Filled(17, 64 * 1024)));

    [ContractFact]
    public async Task Row_of_more_than_252_properties_is_refused() => await RefusedAsync(Insert("a", Filled(253, 1)));

    [ContractFact]
    public async Task Value_of_another_type_is_refused() => await RefusedAsync(Insert("a", Properties.Of("money", 1.5m)));

    [ContractFact]
    public async Task Name_that_is_no_identifier_is_refused() => await RefusedAsync(Insert("a", Properties.Of("a-b", 1L)));

    [ContractTheory]
    [InlineData("PartitionKey")]
    [InlineData("RowKey")]
    [InlineData("Timestamp")]
    [InlineData("timestamp")]
    [InlineData("ETag")]
    public async Task Name_that_every_row_has_is_refused(string name) => await RefusedAsync(Insert("a", Properties.Of(name, "x")));

    [ContractTheory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public async Task Number_that_is_not_finite_is_refused(double number) => await RefusedAsync(Insert("a", Properties.Of("x", number)));

    [ContractFact]
    public async Task Instant_before_1601_is_refused() =>
        await RefusedAsync(Insert("a", Properties.Of("at", new DateTimeOffset(1601, 1, 1, 0, 0, 0, TimeSpan.FromHours(1)))));

    [ContractFact]
    public async Task Batch_of_more_than_100_is_refused() => await RefusedAsync([.. Enumerable.Range(0, 101).Select(i => Insert($"k{i}", i))]);

    [ContractFact]
    public async Task Batch_of_none_is_refused() => await RefusedAsync();

    [ContractFact]
    public async Task Batch_over_4_MiB_as_base64_is_refused() => await RefusedAsync([.. Enumerable.Range(0, 4).Select(i => Insert($"k{i}", Filled(13, 60 * 1024)))]);

    [ContractFact]
    public async Task Batch_just_below_4_MiB_as_base64_is_kept()
    {
        var changes = Enumerable.Range(0, 4).Select(i => Insert($"k{i}", Filled(12, 65_000))).ToArray();
        Assert.IsType<CommitResult.Committed>(await Store.CommitAsync(_partition, changes, default));
        Assert.Equal(4, (await AllAsync(new(_partition))).Count);
    }

    [ContractFact]
    public async Task Batch_over_4_MiB_as_escaped_text_is_refused_though_its_characters_are_few() =>
        await RefusedAsync([.. Enumerable.Range(0, 2).Select(i => Insert($"k{i}", Lines(12, "界")))]);

    [ContractFact]
    public async Task Batch_just_below_4_MiB_as_escaped_text_is_kept()
    {
        var changes = new[] { Insert("han", Lines(10, "界")), Insert("quotes", Lines(10, "\"")) };
        Assert.IsType<CommitResult.Committed>(await Store.CommitAsync(_partition, changes, default));
        Assert.Equal(2, (await AllAsync(new(_partition))).Count);
    }

    [ContractFact]
    public async Task Batch_that_names_a_row_twice_is_refused() => await RefusedAsync(Insert("a", 1), Insert("b", 1), Upsert("a", 2));

    [ContractFact]
    public async Task Cancelled_caller_writes_nothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Store.CommitAsync(_partition, [Insert("a", 1)], new CancellationToken(canceled: true)));
        Assert.Null(await Store.GetAsync(_partition, "a", default));
    }

    private static Properties Filled(int count, int bytes) =>
        Properties.Of([.. Enumerable.Range(0, count).Select(i => new Property($"b{i}", new byte[bytes]))]);

    private static Properties Lines(int count, string character) =>
        Properties.Of([.. Enumerable.Range(0, count).Select(i => new Property($"s{i}", string.Concat(Enumerable.Repeat(character, 32_000))))]);

    private async Task RefusedAsync(params Change[] changes)
    {
        await Assert.ThrowsAsync<TableLimitException>(() => Store.CommitAsync(_partition, changes, default));
        Assert.Empty(await AllAsync(new(_partition)));
    }
}
