using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using UserOps.Application.Settings;
using UserOps.LocalHost.Storage;

namespace UserOps.LocalHost.Hosting;

/// <summary>The whole application over one locked data folder. Commands use its services; <c>serve</c> also starts it, which opens its addresses and sets its workers going.</summary>
public sealed class OpenHost(WebApplication app, DataFolder folder, UserOpsSettings settings) : IAsyncDisposable
{
    public IServiceProvider Services => app.Services;

    public DataFolder Folder => folder;

    public UserOpsSettings Settings => settings;

    /// <summary>Where it listens, once started: with the port that was free where port 0 was asked for.</summary>
    public IReadOnlyCollection<string> Addresses =>
        [.. app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses];

    /// <exception cref="IOException">An address is in use.</exception>
    public Task StartAsync(CancellationToken cancel) => app.StartAsync(cancel);

    /// <summary>Serves until <paramref name="stop"/>, then lets requests and workers finish what they are at.</summary>
    public async Task ServeUntilAsync(CancellationToken stop)
    {
        await app.WaitForShutdownAsync(stop);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        folder.Dispose();
    }
}
