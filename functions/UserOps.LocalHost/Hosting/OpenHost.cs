using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using UserOps.Application.Settings;
using UserOps.LocalHost.Queues;
using UserOps.LocalHost.Storage;

namespace UserOps.LocalHost.Hosting;

/// <summary>The whole application over one locked data folder. Commands use its services; <c>serve</c> also starts it, which opens its addresses and sets its workers going.</summary>
/// <param name="trialKeys">No write key is configured, so the two that the README names are accepted.</param>
public sealed class OpenHost(WebApplication app, DataFolder folder, bool trialKeys) : IAsyncDisposable
{
    public IServiceProvider Services => app.Services;

    public DataFolder Folder => folder;

    public UserOpsSettings Settings => app.Services.GetRequiredService<UserOpsSettings>();

    public TimeProvider Clock => app.Services.GetRequiredService<TimeProvider>();

    public bool TrialKeys => trialKeys;

    /// <summary>Where it listens, once started: with the port that was free where port 0 was asked for.</summary>
    public IReadOnlyCollection<string> Addresses =>
        [.. app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses];

    /// <exception cref="IOException">An address is in use.</exception>
    public Task StartAsync(CancellationToken cancel) => app.StartAsync(cancel);

    /// <summary>Serves until <paramref name="stop"/>, then lets requests and workers finish what they are at.</summary>
    public Task ServeUntilAsync(CancellationToken stop) => app.WaitForShutdownAsync(stop);

    /// <summary>Handles every message that is due, for commands in which no loop does.</summary>
    public Task DrainAsync(CancellationToken cancel) => app.Services.GetRequiredService<QueueWorker>().RunOnceAsync(cancel);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        folder.Dispose();
    }
}
