using UserOps.Application.Storage;
using UserOps.Functions.Storage;
using UserOps.Functions.Tests.Azurite;
using UserOps.Tests.Storage;

namespace UserOps.Functions.Tests.Storage;

[NeedsAzurite]
public sealed class AzureTableStoreTests : TableStoreContract, IAsyncLifetime
{
    private AzureTableStore? _store;

    protected override ITableStore Store => _store!;

    public async Task InitializeAsync() => _store = new(await AzuriteAccount.TableAsync());

    public Task DisposeAsync() => Task.CompletedTask;
}
