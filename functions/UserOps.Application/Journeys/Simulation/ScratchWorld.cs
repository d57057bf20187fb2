using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using UserOps.Application.Messages;
using UserOps.Application.Messages.Links;
using UserOps.Application.Messages.Sending;
using UserOps.Application.Messages.Templates;
using UserOps.Application.Messages.Webhooks;
using UserOps.Application.Queues;
using UserOps.Application.Settings;
using UserOps.Application.Storage;
using UserOps.Application.Users;
using UserOps.Domain.Messages;

namespace UserOps.Application.Journeys.Simulation;

/// <summary>
/// The whole application once more, over a scratch table, a clock of its own and ways out that lead nowhere. For one person at a time; <see cref="Begin"/> makes room for the next, who
/// finds the journey read already.
/// </summary>
internal sealed class ScratchWorld : IDisposable
{
    private readonly ServiceProvider _services;

    public ScratchWorld(UserOpsSettings settings, PublicUrl url, UserKeys keys, CompiledVersions compiled, ITableStore shelf, BorrowedRows borrowed)
    {
        Notes = new(Clock);
        _services = new ServiceCollection()
            .AddLogging()
            .AddUserOps(Tried(settings))
            .RemoveAll<IChannel>()
            .AddSingleton<IChannel>(new AcceptingChannel(Notes))
            .AddSingleton<IEmailSender, AcceptingEmail>()
            .AddSingleton<ICallWebhooks, AcceptingWebhooks>()
            .AddSingleton<IMessageQueue, DiscardingQueue>()
            .AddSingleton<IRunDriver, ScratchDriver>()
            .AddSingleton<IWatchStarts>(Notes)
            .AddSingleton<ITableStore>(new SimulationTables(Table, shelf, borrowed))
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(url)
            .AddSingleton(keys)
            .AddSingleton(compiled)
            .BuildServiceProvider();
    }

    public ScratchTable Table { get; } = new();

    public SimulatedClock Clock { get; } = new();

    public SimulationNotes Notes { get; }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Forgets the person before.</summary>
    public void Begin(DateTimeOffset at)
    {
        Table.Clear();
        Notes.Clear();
        Clock.Begin(at);
        Get<JourneyDoors>().Forget();
    }

    public void Dispose() => _services.Dispose();

    /// <summary>A channel's pace is shared by everybody, and here everybody is alone; what was imported is the past that the journey is tried on.</summary>
    private static UserOpsSettings Tried(UserOpsSettings settings) => settings with
    {
        Journeys = settings.Journeys with { ImportsLetIn = true },
        Messaging = settings.Messaging with
        {
            Channels = settings.Messaging.Channels.ToDictionary(channel => channel.Key, channel => channel.Value with { Pace = PacerLimits.None }, StringComparer.Ordinal),
        },
    };
}
