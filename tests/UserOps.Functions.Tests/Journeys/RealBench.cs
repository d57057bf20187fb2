using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using UserOps.Application;
using UserOps.Application.Events;
using UserOps.Application.Journeys;
using UserOps.Application.Messages;
using UserOps.Application.Queues;
using UserOps.Application.Settings;
using UserOps.Application.Storage;
using UserOps.Domain.Events;
using UserOps.Functions.Journeys;
using UserOps.Functions.Tests.Durable;
using UserOps.Tests.Messages.Sending;
using UserOps.Tests.Queues;

namespace UserOps.Functions.Tests.Journeys;

/// <summary>Runs as they are, woken by the functions of the Azure host as they stand, over a store of the test's choosing and a hub that replays.</summary>
internal sealed class RealBench
{
    private readonly ITableStore _store;
    private readonly UserOpsSettings _settings;
    private readonly Release _release;

    public RealBench(ITableStore store, UserOpsSettings? settings = null)
    {
        (_store, _settings, Hints) = (store, settings ?? new(), new(Clock));
        _release = new(Build());
        Hub = new OrchestrationHost(Clock) { Duration = _ => TimeSpan.Zero }.AddFunctions(typeof(JourneyRunV1).Assembly, _release);
        Client = new(Hub);
    }

    public ManualClock Clock { get; } = new();

    public DateTimeOffset Now => Clock.GetUtcNow();

    public SpyEmail Email { get; } = new();

    public MemoryMessageQueue Hints { get; }

    public OrchestrationHost Hub { get; }

    public HostClient Client { get; }

    public T Get<T>()
        where T : notnull => _release.GetRequiredService<T>();

    /// <summary>Another process, which remembers nothing; the hub with all that sleeps in it stays.</summary>
    public void Restart() => _release.Services = Build();

    public async Task PublishAsync(string json)
    {
        var key = JsonDocument.Parse(json).RootElement.GetProperty("key").GetString()!;
        await Get<SaveJourney>().RunAsync(key, Encoding.UTF8.GetBytes(json), null, default);
        Assert.IsType<JourneyPublished.Done>(await Get<PublishJourney>().RunAsync(key, null, default));
    }

    /// <summary>Applies events as having happened now; nobody is woken yet.</summary>
    public Task ApplyAsync(params UserEvent[] events) =>
        Get<IApplyEvents>().RunAsync([.. events.Select(said => said with { OccurredAt = Now, ReceivedAt = Now })], default);

    /// <summary>Everything due up to and including an instant, where the clock then stands.</summary>
    public async Task RunUntilAsync(DateTimeOffset instant)
    {
        do
        {
            await Hints.DrainAsync((body, _) => ActivatorUtilities.CreateInstance<WakeJourneyRun>(_release).RunAsync(Encoding.ASCII.GetString(body.Span), Client, default));
            await Hub.RunAsync(instant);
        }
        while (Hints.Due.Count > 0);
    }

    private ServiceProvider Build() => new ServiceCollection()
        .AddLogging()
        .AddUserOps(_settings)
        .AddSingleton(_store)
        .AddSingleton<IMessageQueue>(new MemoryMessageQueue(Clock))
        .AddSingleton(World.Keys)
        .AddSingleton<TimeProvider>(Clock)
        .AddSingleton<IEmailSender>(Email)
        .AddDurableJourneys(Hints)
        .BuildServiceProvider();

    /// <summary>The services of the process that runs now.</summary>
    private sealed class Release(IServiceProvider services) : IServiceProvider
    {
        public IServiceProvider Services { get; set; } = services;

        public object? GetService(Type serviceType) => Services.GetService(serviceType);
    }
}
