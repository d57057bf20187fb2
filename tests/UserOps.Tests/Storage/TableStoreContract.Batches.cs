using UserOps.Application.Storage;

namespace UserOps.Tests.Storage;

public abstract partial class TableStoreContract
{
    [ContractFact]
    public async Task Batch_with_one_conflict_writes_nothing_and_names_the_first()
    {
        var etag = await CommitAsync(Insert("taken", 1));
        await CommitAsync(Insert("doomed", 1));
        var changes = Enumerable.Range(0, 96).Select(i => Insert($"new-{i:d2}", i))
            .Append(Replace("taken", 2, etag!)).Append(Delete("doomed")).Append(Insert("taken-not", 1)).Append(Insert("last", 1)).ToArray();
        var spoiled = changes.ToArray();
        spoiled[98] = Insert("doomed-too", 1);
        spoiled[40] = Delete("missing");
        spoiled[99] = Delete("missing-too");

        Assert.Equal(40, await ConflictAsync(spoiled));

        var rows = await AllAsync(new(_partition));
        Assert.Equal(["doomed", "taken"], rows.Select(r => r.Key.Value));
        Assert.Equal(etag, rows[1].ETag);

        var committed = Assert.IsType<CommitResult.Committed>(await Store.CommitAsync(_partition, changes, default));
        Assert.Equal(100, committed.ETags.Count);
        Assert.Equal(97, committed.ETags.ToList().IndexOf(null));
        rows = await AllAsync(new(_partition));
        Assert.Equal(99, rows.Count);
        Assert.Equal(2, await NumberAsync("taken"));
        Assert.Equal(committed.ETags[96], (await Store.GetAsync(_partition, "taken", default))!.ETag);
    }

    [ContractTheory]
    [InlineData("i! r!", 0)]
    [InlineData("r! i!", 0)]
    [InlineData("i i i! r", 2)]
    [InlineData("i r i u d i!", 5)]
    [InlineData("i r i u d! i!", 4)]
    [InlineData("i u i! d! r!", 2)]
    [InlineData("i d i i! u r! i!", 3)]
    public async Task First_conflict_is_named_whatever_its_kind_and_all_stays_as_it_was(string kinds, int first)
    {
        var large = Properties.Of("b", new byte[5_000]);
        var parts = kinds.Split(' ');
        var etags = new string?[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            etags[i] = parts[i] is "i" ? null : await CommitAsync(Insert($"k{i}", large));
        }

        var before = await AllAsync(new(_partition));
        Assert.Equal(first, await ConflictAsync([.. parts.Select((kind, i) => kind switch
        {
            "i" or "i!" => Insert($"k{i}", large),
            "r" => Replace($"k{i}", i, etags[i]!),
            "r!" => Replace($"k{i}", i, etags[i] + "1"),
            "u" => Upsert($"k{i}", i),
            "d" => Delete($"k{i}", etags[i]),
            _ => Delete($"k{i}", etags[i] + "1"),
        })]));

        var after = await AllAsync(new(_partition));
        Assert.Equal(before.Select(r => (r.Key, r.ETag)), after.Select(r => (r.Key, r.ETag)));
        Assert.All(after, row => Assert.Equal(5_000, row.Properties.Bytes("b").Length));
    }

    [ContractFact]
    public async Task Two_writers_racing_on_one_row_lose_no_update_in_a_thousand_rounds()
    {
        await CommitAsync(Insert("counter", 0));

        await Task.WhenAll(Task.Run(RaceAsync), Task.Run(RaceAsync));

        Assert.Equal(1_000, await NumberAsync("counter"));

        async Task RaceAsync()
        {
            for (var won = 0; won < 500;)
            {
                var row = await Store.GetAsync(_partition, "counter", default);
                var result = await Store.CommitAsync(_partition, [Replace("counter", row!.Properties.Number("n") + 1, row.ETag)], default);
                won += result is CommitResult.Committed ? 1 : 0;
            }
        }
    }

    [ContractFact]
    public async Task Of_many_inserts_of_one_row_exactly_one_wins()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 20)
            .Select(i => Task.Run(() => Store.CommitAsync(_partition, [Insert("once", i), Insert($"mine-{i}", i)], default))));

        var winner = Assert.Single(Enumerable.Range(0, 20), i => results[i] is CommitResult.Committed);
        Assert.Equal(winner, await NumberAsync("once"));
        Assert.Equal([$"mine-{winner}", "once"], (await AllAsync(new(_partition))).Select(r => r.Key.Value));
    }
}
