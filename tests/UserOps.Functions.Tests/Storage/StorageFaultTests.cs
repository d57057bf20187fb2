using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using UserOps.Application.Storage;
using UserOps.Functions.Storage;
using UserOps.Functions.Tests.Azurite;

namespace UserOps.Functions.Tests.Storage;

/// <summary>What the store makes of answers that a well service on a good network does not give.</summary>
public sealed class StorageFaultTests
{
    private static readonly Change[] One = [new Change.Insert(Properties.Of("n", 1L)) { Key = "a" }];
    private static readonly Change[] Two = [.. One, new Change.Upsert(Properties.Of("n", 2L)) { Key = "b" }];

    [AzuriteFact]
    public async Task Throttled_request_is_sent_again()
    {
        var faults = new FaultPolicy(_ => Fate.Throttled);
        var store = await StoreAsync(faults);

        Assert.IsType<CommitResult.Committed>(await store.CommitAsync("p", One, default));
        Assert.NotNull(await store.GetAsync("p", "a", default));
        Assert.Single((await store.QueryAsync(new("p"), default)).Rows);
        Assert.Equal(6, faults.Sent);
    }

    [AzuriteFact]
    public async Task Lasting_fault_is_thrown_and_never_taken_for_a_conflict()
    {
        var throttled = new FaultPolicy(_ => Fate.AlwaysThrottled);
        var store = await StoreAsync(throttled);

        Assert.Equal(503, (await Assert.ThrowsAsync<RequestFailedException>(() => store.CommitAsync("p", One, default))).Status);
        Assert.Equal(6, throttled.Sent);
        await Assert.ThrowsAnyAsync<RequestFailedException>(() => store.CommitAsync("p", Two, default));
        await Assert.ThrowsAsync<RequestFailedException>(() => store.GetAsync("p", "a", default));
        await Assert.ThrowsAsync<RequestFailedException>(() => store.QueryAsync(new("p"), default));
        await Assert.ThrowsAsync<AggregateException>(async () => await (await StoreAsync(new(_ => Fate.EveryAnswerLost))).GetAsync("p", "a", default));
    }

    /// <summary>Nobody can tell it from somebody else's write but who reads the row; see <see cref="LostAnswerTests"/> for what the application makes of it.</summary>
    [AzuriteTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Write_whose_answer_was_lost_is_met_as_a_conflict_and_stands(bool batch)
    {
        var clean = await AzuriteAccount.TableAsync();
        var faults = new FaultPolicy(message => message.Request.Method == RequestMethod.Get ? Fate.Answered : Fate.AnswerLost);
        var store = new AzureTableStore((await AzuriteAccount.ClientsAsync(faults.Disturb)).Table(clean.Name));

        Assert.Equal(new CommitResult.Conflicted(0), await store.CommitAsync("p", batch ? Two : One, default));
        Assert.Equal(1, (await store.GetAsync("p", "a", default))!.Properties.Number("n"));
        Assert.Equal(batch ? 2 : 1, (await store.QueryAsync(new("p"), default)).Rows.Count);
    }

    [AzuriteFact]
    public async Task Missing_table_is_a_fault_and_not_an_empty_one()
    {
        var store = new AzureTableStore((await AzuriteAccount.ClientsAsync()).Table("t" + Guid.NewGuid().ToString("N")));

        await Assert.ThrowsAsync<RequestFailedException>(() => store.GetAsync("p", "a", default));
        await Assert.ThrowsAsync<RequestFailedException>(() => store.QueryAsync(new("p"), default));
        await Assert.ThrowsAsync<RequestFailedException>(() => store.CommitAsync("p", One, default));
        await Assert.ThrowsAnyAsync<RequestFailedException>(() => store.CommitAsync("p", Two, default));
        await Assert.ThrowsAsync<RequestFailedException>(() => store.CommitAsync("p", [new Change.Delete { Key = "a" }], default));
    }

    [AzuriteFact]
    public async Task Page_without_rows_that_names_a_continuation_is_not_the_end()
    {
        var clean = await AzuriteAccount.TableAsync();
        await new AzureTableStore(clean).CommitAsync("p", [.. Two, new Change.Insert(Properties.None) { Key = "c" }], default);
        var emptied = new EmptyFirstPage();
        var counted = new CountingPolicy();
        var store = new AzureTableStore((await AzuriteAccount.ClientsAsync(options =>
        {
            options.AddPolicy(emptied, HttpPipelinePosition.PerCall);
            options.AddPolicy(counted, HttpPipelinePosition.PerCall);
        })).Table(clean.Name));

        var page = await store.QueryAsync(new("p", PageSize: 1), default);

        Assert.Equal("b", Assert.Single(page.Rows).Key.Value);
        Assert.Equal("b-", page.Next?.Value);
        Assert.Equal(2, counted.Counts.Queries);
    }

    [AzuriteFact]
    public async Task Page_costs_one_request()
    {
        var counted = new CountingPolicy();
        var store = new AzureTableStore(await AzuriteAccount.TableAsync(options => options.AddPolicy(counted, HttpPipelinePosition.PerRetry)));
        foreach (var chunk in Enumerable.Range(0, 1_100).Chunk(100))
        {
            await store.CommitAsync("p", [.. chunk.Select(i => new Change.Insert(Properties.None) { Key = $"{i:d4}" })], default);
        }

        Assert.Equal(new(Batches: 11), counted.Counts);
        var first = await store.QueryAsync(new("p"), default);
        Assert.Equal(1_000, first.Rows.Count);
        Assert.Equal(new(Queries: 1, Batches: 11), counted.Counts);
        Assert.Null((await store.QueryAsync(new("p", first.Next), default)).Next);
        await store.GetAsync("p", "0000", default);
        await store.CommitAsync("p", [new Change.Delete { Key = "0000" }], default);
        await store.CommitAsync("p", One, default);
        Assert.Equal(new(Reads: 1, Queries: 2, Writes: 2, Batches: 11), counted.Counts);
    }

    private static async Task<AzureTableStore> StoreAsync(FaultPolicy faults)
    {
        var clean = await AzuriteAccount.TableAsync();
        return new((await AzuriteAccount.ClientsAsync(faults.Disturb)).Table(clean.Name));
    }

    /// <summary>As the service does at the border between two of its servers, or when it has looked for five seconds.</summary>
    private sealed class EmptyFirstPage : HttpPipelineSynchronousPolicy
    {
        private bool _done;

        public override void OnReceivedResponse(HttpMessage message)
        {
            if (!_done)
            {
                _done = true;
                message.Response = new CannedResponse(
                    200, """{"value":[]}""", [.. message.Response.Headers.Where(h => h.Name.StartsWith("x-ms-continuation", StringComparison.OrdinalIgnoreCase)).Select(h => (h.Name, h.Value))]);
            }
        }
    }
}
