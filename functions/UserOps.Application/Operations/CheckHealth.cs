using System.Reflection;
using Microsoft.Extensions.Logging;

namespace UserOps.Application.Operations;

public sealed partial class CheckHealth(IEnumerable<IHealthProbe> probes, ILogger<CheckHealth> logger)
{
    public const string Ok = "ok";
    private const string Failing = "failing";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly string Version =
        typeof(CheckHealth).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "unknown";

    public async Task<Health> RunAsync(CancellationToken cancel)
    {
        var checks = new Dictionary<string, string>();
        foreach (var probe in probes)
        {
            checks[probe.Name] = await IsWellAsync(probe, cancel) ? Ok : Failing;
        }

        return new(checks.ContainsValue(Failing) ? Failing : Ok, Version, checks);
    }

    private async Task<bool> IsWellAsync(IHealthProbe probe, CancellationToken cancel)
    {
        try
        {
            await probe.RunAsync(cancel).WaitAsync(Patience, cancel);
            return true;
        }
#pragma warning disable CA1031 // Whatever a probe throws is what it has to say.
        catch (Exception fault) when (!cancel.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailing(probe.Name, fault);
            return false;
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The health check of {Probe} fails.")]
    private partial void LogFailing(string probe, Exception fault);
}
