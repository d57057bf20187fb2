using Microsoft.Extensions.DependencyInjection;
using UserOps.Application;
using UserOps.Application.Events;
using UserOps.Application.Journeys;
using UserOps.Application.Messages;
using UserOps.Application.Queues;
using UserOps.Application.Settings;
using UserOps.Application.Storage;
using UserOps.Application.Users;
using UserOps.Domain.Events;
using UserOps.Domain.Users;
using UserOps.Tests.Journeys.Running;
using UserOps.Tests.Queues;
using UserOps.Tests.Storage;

namespace UserOps.Tests;

/// <summary>The application over storage in memory.</summary>
public sealed class World
{
    private readonly ServiceProvider _services;

    public World(UserOpsSettings? settings = null, TimeProvider? clock = null, IEmailSender? email = null)
    {
        Queue = new(clock);
        _services = new ServiceCollection()
            .AddUserOps(settings ?? new())
            .AddSingleton<ITableStore>(Store)
            .AddSingleton<IMessageQueue>(Queue)
            .AddSingleton(Keys)
            .AddSingleton(clock ?? TimeProvider.System)
            .AddSingleton<IRunDriver, WakeByRow>()
            .AddSingleton(email ?? new NoEmail())
            .BuildServiceProvider();
    }

    /// <summary>The same for all tests, so that what one adapter holds can be read through another.</summary>
    public static UserKeys Keys { get; } = new([.. Enumerable.Range(0, UserKeys.IdentityKeyBytes).Select(i => (byte)i)]);

    public MemoryTableStore Store { get; } = new();

    public MemoryMessageQueue Queue { get; }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task ApplyAsync(params UserEvent[] events) => await Get<IApplyEvents>().RunAsync(events, default);

    /// <summary>One after the other, each in a message of its own.</summary>
    public async Task ApplyEachAsync(IEnumerable<UserEvent> events)
    {
        foreach (var said in events)
        {
            await ApplyAsync(said);
        }
    }

    public Task AcceptAsync(params UserEvent[] events) => Get<IAcceptEvents>().RunAsync(events, [], default);

    /// <summary>Handles what is queued until nothing is, in an order of the seed's choosing.</summary>
    public Task DrainAsync(int seed = 0) => Queue.DrainAsync(Get<HandleMessage>().RunAsync, new Random(seed));

    public async Task<Profile?> ProfileAsync(Identifier identifier) =>
        ((await Get<FindUser>().RunAsync(Get<UserKeys>().Of(identifier), default)).Holder as Holder.Here)?.Profile;

    public Task<Profile?> ProfileAsync(string identifier) => ProfileAsync(Identifier.Parse(identifier));

    /// <summary>All users there are, by key.</summary>
    public IReadOnlyList<Profile> Profiles() =>
    [
        .. Store.Rows.Where(row => row.Partition.Value.StartsWith(UserKeys.Prefix, StringComparison.Ordinal) && row.Key.Value == UserRow.Profile)
            .Select(HolderRow.Read).OfType<Holder.Here>().Select(here => here.Profile),
    ];

    public IReadOnlyList<UserEvent> EventsOf(Profile profile) =>
    [
        .. Store.Rows.Where(row => row.Partition.Value == profile.Key && row.Key.Value.StartsWith(UserRow.EventPrefix, StringComparison.Ordinal))
            .Select(row => IncomingEvent.Read(Documents.ReadBytes(row)).Event),
    ];

    /// <summary>Where identifiers lead, for the message of a failing test.</summary>
    public string Redirects() => string.Join('\n', Store.Rows
        .Where(row => row.Partition.Value.StartsWith(UserKeys.Prefix, StringComparison.Ordinal) && row.Key.Value == UserRow.Profile)
        .Select(row => $"{row.Partition} {HolderRow.Read(row)}"));
}
