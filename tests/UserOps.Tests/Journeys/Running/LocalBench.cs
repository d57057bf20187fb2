using Microsoft.Extensions.Logging.Abstractions;
using UserOps.Application.Journeys;
using UserOps.Application.Journeys.Running;

namespace UserOps.Tests.Journeys.Running;

/// <summary>The worker of the local host, called when it asks to be.</summary>
internal sealed class LocalBench : DriverBench, IRunDriver
{
    public LocalBench() => Worker = new(Alarms, new(Alarms, Runs, Clock), Clock, NullLogger<AlarmWorker>.Instance) { AtOnce = 1 };

    public AlarmWorker Worker { get; }

    public override IRunDriver Driver => this;

    public Task WakeAsync(string userKey, string runId, CancellationToken cancel) => Alarms.WakeAsync(userKey, runId, cancel);

    public override async Task RunUntilAsync(DateTimeOffset instant)
    {
        for (var rounds = 0; await NextAsync() is { } next && next <= instant; rounds++)
        {
            Assert.InRange(rounds, 0, 10_000);
            Clock.Advance(TimeSpan.FromTicks(Math.Max(0, (next - Clock.GetUtcNow()).Ticks)));
        }

        Clock.Advance(TimeSpan.FromTicks(Math.Max(0, (instant - Clock.GetUtcNow()).Ticks)));
    }

    /// <summary>As the host's loop does, which goes on a minute after a failure of the store.</summary>
    private async Task<DateTimeOffset?> NextAsync()
    {
        try
        {
            return await Worker.RunOnceAsync(default);
        }
        catch (IOException)
        {
            return Clock.GetUtcNow().AddMinutes(1);
        }
    }
}
