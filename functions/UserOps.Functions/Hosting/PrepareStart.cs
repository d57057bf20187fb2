using Microsoft.Extensions.Hosting;
using UserOps.Application.Settings;

namespace UserOps.Functions.Hosting;

/// <summary>Before the first function runs: the data is that of the settings.</summary>
internal sealed class PrepareStart(PinWorkspace pin) : IHostedService
{
    /// <exception cref="SettingsException">The data was begun with another time zone or currency.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (await pin.RunAsync(cancellationToken) is { } mismatch)
        {
            throw new SettingsException([mismatch]);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
