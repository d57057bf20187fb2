using UserOps.Application.Settings;

namespace UserOps.Functions.Hosting;

/// <summary>Before the first function runs: the data is that of the settings.</summary>
internal sealed class PrepareStart(PinWorkspace pin) : BeforeStart
{
    /// <exception cref="SettingsException">The data was begun with another time zone or currency.</exception>
    public override async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (await pin.RunAsync(cancellationToken) is { } mismatch)
        {
            throw new SettingsException([mismatch]);
        }
    }
}
