using System.Reflection;
using Microsoft.Extensions.Logging;
using UserOps.Application.Journeys.Running;

namespace UserOps.Application.Operations;

public sealed partial class CheckHealth(IEnumerable<IHealthProbe> probes, WatchOverdueRuns overdue, ILogger<CheckHealth> logger)
{
    public const string Ok = "ok";
    public const string Failing = "failing";
    private const string Degraded = "degraded";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly string Version =
        typeof(CheckHealth).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "unknown";

    public async Task<Health> RunAsync(CancellationToken cancel)
    {
        var checks = new Dictionary<string, string>();
        foreach (var probe in probes)
        {
            checks[probe.Name] = await IsWellAsync(probe.Name, probe.RunAsync, cancel) ? Ok : Failing;
        }

        if (checks.ContainsValue(Failing))
        {
            return new(Failing, Version, checks);
        }

        Overdue? late = null;
        await IsWellAsync("journeys", async _ => late = await overdue.RunAsync(cancel) is { Oldest: { } oldest } runs ? new(runs.Count, oldest) : null, cancel);
        return new(late is null ? Ok : Degraded, Version, checks, late);
    }

    private async Task<bool> IsWellAsync(string name, Func<CancellationToken, Task> look, CancellationToken cancel)
    {
        try
        {
            await look(cancel).WaitAsync(Patience, cancel);
            return true;
        }
#pragma warning disable CA1031 // Whatever a probe throws is what it has to say.
        catch (Exception fault) when (!cancel.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailing(name, fault);
            return false;
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The health check of {Probe} fails.")]
    private partial void LogFailing(string probe, Exception fault);
}
