using UserOps.Application.Storage;
using UserOps.Functions.Storage;
using UserOps.Functions.Tests.Azurite;
using UserOps.Tests.Journeys.Running;

namespace UserOps.Functions.Tests.Journeys;

[NeedsAzurite]
public sealed class AzureRunAlarmsTests : RunAlarmsContract, IAsyncLifetime
{
    private AzureTableStore? _store;

    protected override ITableStore Store => _store!;

    public async Task InitializeAsync() => _store = new(await AzuriteAccount.TableAsync());

    public Task DisposeAsync() => Task.CompletedTask;
}
