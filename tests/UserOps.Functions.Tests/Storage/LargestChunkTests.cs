using UserOps.Application.Storage;
using UserOps.Functions.Storage;
using UserOps.Functions.Tests.Azurite;
using UserOps.Tests.Events;

namespace UserOps.Functions.Tests.Storage;

public sealed class LargestChunkTests
{
    [AzuriteFact]
    public async Task The_fullest_chunk_of_the_fullest_user_is_committed()
    {
        var world = await AzureWorld.NewAsync();
        await world.ApplyAsync(LargestChunk.Fill());
        await world.ApplyAsync(LargestChunk.Events());

        var copy = await world.CopyAsync();
        Assert.Equal(LargestChunk.Events().Length, copy.EventsOf(Assert.Single(copy.Profiles())).Count(said => said.Order is not null));
    }

    [AzuriteFact]
    public async Task It_is_committed_even_if_nothing_compresses()
    {
        var store = new AzureTableStore(await AzuriteAccount.TableAsync());
        var changes = (await LargestChunk.CommitAsync())
            .Select(change => change is Change.Replace replace ? new Change.Upsert(replace.Properties) { Key = change.Key } : change).ToList();

        Assert.IsType<CommitResult.Committed>(await store.CommitAsync("p", changes, default));
    }
}
