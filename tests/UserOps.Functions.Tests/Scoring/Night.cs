using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using UserOps.Application.Scoring;
using UserOps.Application.Settings;
using UserOps.Functions.Scoring;
using UserOps.Functions.Tests.Durable;
using UserOps.Tests.Queues;
using UserOps.Tests.Scoring;

namespace UserOps.Functions.Tests.Scoring;

/// <summary>The scoring of the Azure host: its functions as they stand, over tables and queue in memory and a hub that replays.</summary>
internal sealed class Night : IDisposable
{
    public Night(int seed = 0, int activitiesAtOnce = 8, UserOpsSettings? settings = null)
    {
        Settings = (settings ?? new()) with { Scoring = (settings?.Scoring ?? new()) with { ActivitiesAtOnce = activitiesAtOnce } };
        Hints = new(Clock);
        Workspace = new(Settings, services => services.AddDurableScoring(Hints).AddSingleton<TimeProvider>(Clock));
        Hub = new OrchestrationHost(Clock, seed).AddFunctions(typeof(NightlyScoring).Assembly, Workspace.Services);
        Client = new(Hub);
    }

    public static DateOnly Day { get; } = new(2006, 12, 31);

    public UserOpsSettings Settings { get; }

    public ManualClock Clock { get; } = new(new DateTimeOffset(2026, 3, 10, 12, 0, 0, TimeSpan.Zero));

    public MemoryMessageQueue Hints { get; }

    public Workspace Workspace { get; }

    public OrchestrationHost Hub { get; }

    public HostClient Client { get; }

    public ReplayedInstance Instance => Hub[StartWantedRuns.InstanceOf(Day)];

    /// <summary>Without the recommendations that follow.</summary>
    public IEnumerable<ReplayedInstance> ScoringInstances => Hub.Instances.Where(instance => instance.Id.StartsWith("scoring-", StringComparison.Ordinal));

    public T Use<T>()
        where T : notnull => Workspace.Use<T>();

    public Task RequestAsync(DateOnly? day = null) => Use<RequestRun>().RunAsync(day ?? Day, default);

    /// <summary>What the queue trigger does.</summary>
    public Task StartScoringAsync() => ActivatorUtilities.CreateInstance<StartScoring>(Workspace.Services).RunAsync("", Client, default);

    /// <summary>What the timer does.</summary>
    public Task OnTimerAsync() => ActivatorUtilities.CreateInstance<RequestNightlyScoring>(Workspace.Services).RunAsync(new TimerInfo(), Client, default);

    /// <summary>Delivers hints and lets orchestrations run until neither has anything left to do.</summary>
    public async Task SettleAsync()
    {
        for (var rounds = 0; rounds < 100; rounds++)
        {
            await Hints.DrainAsync((_, _) => StartScoringAsync());
            await Hub.RunAsync(Hints.NextDue);
            if (Hints.Pending.Count == 0 && Hub.Instances.All(instance => !instance.IsAtWork))
            {
                return;
            }
        }

        throw new InvalidOperationException("Hints keep coming.");
    }

    /// <summary>Scores the published orders' day from the request to the end.</summary>
    public async Task ScoreAsync()
    {
        await RequestAsync();
        await SettleAsync();
    }

    public Task<ScoringRun> RunAsync(DateOnly? day = null) => Use<RunRows>().GetAsync(day ?? Day, default);

    public void Dispose() => Workspace.Dispose();
}
