using System.CommandLine;
using UserOps.LocalHost.Hosting;

namespace UserOps.LocalHost.CommandLine;

/// <summary>Options that every command takes.</summary>
internal sealed class CommonOptions
{
    public Option<string?> Data { get; } = new("--data", "-d")
    {
        Description = $"Folder that holds the data [default: {DataLocation.Variable}, else a folder of your own application data]",
        HelpName = "DIR",
        Recursive = true,
    };

    public Option<string[]> Set { get; } = new("--set")
    {
        Description = "A setting, before those of files and environment: --set Workspace:Currency=EUR",
        HelpName = "KEY=VALUE",
        Recursive = true,
        DefaultValueFactory = _ => [],
        Validators = { result => result.Tokens.Where(t => t.Value.IndexOf('=', StringComparison.Ordinal) < 1).ToList().ForEach(t => result.AddError($"--set takes KEY=VALUE, not '{t.Value}'.")) },
    };

    public Option<string> Urls { get; } = new("--urls", "-u")
    {
        Description = "Where to listen, several separated by semicolons; port 0 takes a free one",
        HelpName = "URL",
        DefaultValueFactory = _ => ListenAddresses.Default,
    };

    public Option<bool> VirtualClock { get; } = new("--virtual-clock")
    {
        Description = "Let callers on this machine put the clock forward: POST /api/dev/clock {\"advance\":\"P2D\"}",
    };

    public LocalHostOptions Read(ParseResult parsed, bool listen = false) => new()
    {
        DataFolder = DataLocation.Resolve(parsed.GetValue(Data)),
        Urls = listen ? parsed.GetValue(Urls) : null,
        VirtualClock = listen && parsed.GetValue(VirtualClock),
        Settings = Settings(parsed.GetValue(Set)!),
    };

    /// <summary>Names of settings ignore case; of one that is given twice the last counts, as with other programs.</summary>
    private static Dictionary<string, string?> Settings(IEnumerable<string> given)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in given)
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            settings[pair[..equals]] = pair[(equals + 1)..];
        }

        return settings;
    }
}
