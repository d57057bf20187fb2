namespace UserOps.Application.Settings;

/// <summary>Two write keys that everybody knows, so that a host which only its own machine reaches can be tried without setting up keys first.</summary>
public static class TrialKeys
{
    public static UserOpsSettings In(UserOpsSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings with
        {
            WriteKeys = new Dictionary<string, WriteKeySettings>
            {
                ["server"] = new("local-server", Trusted: true),
                ["browser"] = new("local-browser", Trusted: false),
            },
        };
    }
}
