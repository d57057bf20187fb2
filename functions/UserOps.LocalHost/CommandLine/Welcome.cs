using UserOps.LocalHost.Clocks;
using UserOps.LocalHost.Hosting;

namespace UserOps.LocalHost.CommandLine;

/// <summary>What a person who has just started the host needs to know.</summary>
internal static class Welcome
{
    public static void Print(Terminal terminal, OpenHost host)
    {
        // Scripts and tests read this line.
        terminal.Say($"Listening on {string.Join(", ", host.Addresses)}");
        terminal.Say($"Data folder: {host.Folder.Folder}");
        terminal.Say($"Mail that it sends: {host.Addresses.First()}/mail");
        if (host.Services.GetRequiredService<VirtualClock>().Lead is { Ticks: > 0 } ahead)
        {
            terminal.Say($"The clock of this data is {ahead.TotalDays:0.#} days ahead");
        }

        if (host.TrialKeys)
        {
            terminal.Say("Write keys, since none is configured: local-server (trusted), local-browser");
        }

        if (host.Settings.Sources.Count > 0)
        {
            terminal.Say($"Webhooks: {string.Join(", ", host.Settings.Sources.Select(s => $"/api/webhooks/{s.Key} ({s.Value.Kind})"))}");
        }
    }
}
