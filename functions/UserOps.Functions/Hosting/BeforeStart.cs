using Microsoft.Extensions.Hosting;

namespace UserOps.Functions.Hosting;

/// <summary>
/// Done before any service starts. The worker's own, which connects to the Functions host and then gets calls, is registered before all of ours; in a plain hosted
/// service this would be a race with the first messages.
/// </summary>
internal abstract class BeforeStart : IHostedLifecycleService
{
    public abstract Task StartingAsync(CancellationToken cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
