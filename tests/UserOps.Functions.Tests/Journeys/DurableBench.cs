using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using UserOps.Application.Journeys;
using UserOps.Application.Journeys.Running;
using UserOps.Functions.Journeys;
using UserOps.Functions.Tests.Durable;
using UserOps.Tests.Journeys.Running;
using UserOps.Tests.Queues;

namespace UserOps.Functions.Tests.Journeys;

/// <summary>The functions of the Azure host as they stand, over rows and queue in memory and a hub that replays.</summary>
internal sealed class DurableBench : DriverBench
{
    private static readonly TimeSpan TimerEvery = TimeSpan.FromMinutes(5);

    private DateTimeOffset _nextTimer;

    public DurableBench(int seed = 0)
    {
        Hints = new(Clock);
        Advance = Runs;
        Services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(Alarms)
            .AddSingleton<IAdvanceRuns>(new Released(this))
            .AddSingleton<DriveRun>()
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddDurableJourneys(Hints)
            .BuildServiceProvider();
        Hub = new OrchestrationHost(Clock, seed).AddFunctions(typeof(JourneyRunV1).Assembly, Services);
        Client = new(Hub);
        _nextTimer = Clock.GetUtcNow() + TimerEvery;
    }

    public ServiceProvider Services { get; }

    public MemoryMessageQueue Hints { get; }

    public OrchestrationHost Hub { get; }

    public HostClient Client { get; }

    /// <summary>What this release does about a run; another one may do something else.</summary>
    public IAdvanceRuns Advance { get; set; }

    /// <summary>False: nobody looks for what is overdue.</summary>
    public bool HasTimer { get; set; } = true;

    public override IRunDriver Driver => Services.GetRequiredService<IRunDriver>();

    public override IEnumerable<string> StillAtWork => Hub.Instances.Where(instance => instance.IsAtWork).Select(instance => instance.Id);

    public override async Task RunUntilAsync(DateTimeOffset instant)
    {
        while (true)
        {
            await DrainAsync();
            var until = HasTimer && _nextTimer < instant ? _nextTimer : instant;
            await Hub.RunAsync(until);
            if (HasTimer && Clock.GetUtcNow() >= _nextTimer)
            {
                _nextTimer += TimerEvery;
                await OnTimerAsync();
            }
            else if (until == instant && Hints.Due.Count == 0)
            {
                return;
            }
        }
    }

    /// <summary>What the timer does.</summary>
    public async Task OnTimerAsync()
    {
        try
        {
            await ActivatorUtilities.CreateInstance<WakeOverdueRuns>(Services).RunAsync(new TimerInfo(), Client, default);
        }
        catch (IOException)
        {
            // A store that fails; the next look is soon.
        }
    }

    /// <summary>What the queue trigger does.</summary>
    public Task DrainAsync() => Hints.DrainAsync((body, _) =>
        ActivatorUtilities.CreateInstance<WakeJourneyRun>(Services).RunAsync(System.Text.Encoding.ASCII.GetString(body.Span), Client, default));

    private sealed class Released(DurableBench bench) : IAdvanceRuns
    {
        public Task<RunProgress> RunAsync(string userKey, string runId, CancellationToken cancel) => bench.Advance.RunAsync(userKey, runId, cancel);
    }
}
