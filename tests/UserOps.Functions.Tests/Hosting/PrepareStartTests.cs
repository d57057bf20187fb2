using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using UserOps.Application.Storage;
using UserOps.Functions.Hosting;
using UserOps.Functions.Storage;
using UserOps.Functions.Tests.Azurite;

namespace UserOps.Functions.Tests.Hosting;

public sealed class PrepareStartTests
{
    [AzuriteFact]
    public async Task The_data_is_pinned_before_the_worker_connects_to_its_host()
    {
        var builder = Builder(await AzuriteAccount.NewAsync(), "EUR");
        using var host = builder.Build();

        await host.StartAsync();

        Assert.Equal("EUR", host.Services.GetRequiredService<Connection>().Pinned?.Properties.Text("currency"));
        await host.StopAsync();
    }

    [AzuriteFact]
    public async Task A_worker_whose_settings_are_not_those_of_the_data_never_connects()
    {
        var account = await AzuriteAccount.NewAsync();
        using (var first = Builder(account, "EUR").Build())
        {
            await first.StartAsync();
            await first.StopAsync();
        }

        using var host = Builder(account, "USD").Build();

        await Assert.ThrowsAsync<SettingsException>(() => host.StartAsync());
        Assert.False(host.Services.GetRequiredService<Connection>().Made);
    }

    private static HostApplicationBuilder Builder(string account, string currency)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection(
        [
            new("AZURE_FUNCTIONS_ENVIRONMENT", "Development"),
            new(StorageConnectionReader.Section, account),
            new("Workspace:Currency", currency),
        ]);
        builder.Services.AddLogging().AddSingleton<Connection>().AddHostedService(provider => provider.GetRequiredService<Connection>());
        builder.Services.AddUserOpsFunctions(builder.Configuration);
        return builder;
    }

    /// <summary>In the place of the worker's own service, which is registered before all others and asks its host for work when it starts.</summary>
    private sealed class Connection(ITableStore store) : IHostedService
    {
        public bool Made { get; private set; }

        public Row? Pinned { get; private set; }

        public async Task StartAsync(CancellationToken cancellationToken)
        {
            Made = true;
            Pinned = await store.GetAsync("workspace", "workspace", cancellationToken);
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
