namespace UserOps.LocalHost.Hosting;

/// <summary>Signals are the command line's business: one host must not end the process that tests, or another command, run in.</summary>
internal sealed class QuietLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
