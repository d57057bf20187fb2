using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using UserOps.Application;
using UserOps.Application.Messages;
using UserOps.Application.Messages.Sending;
using UserOps.Application.Messages.Templates;
using UserOps.Application.Queues;
using UserOps.Application.Settings;
using UserOps.Application.Storage;
using UserOps.Application.Users;
using UserOps.Domain.Events;
using UserOps.Domain.Journeys;
using UserOps.Domain.Messages;
using UserOps.Domain.Users;
using UserOps.Tests.Messages.Templates;
using UserOps.Tests.Queues;
using UserOps.Tests.Storage;

namespace UserOps.Tests.Messages.Sending;

/// <summary>The application over storage in memory, with a provider that can be watched, one person, and the templates <c>news</c> (marketing) and <c>receipt</c> (transactional).</summary>
internal sealed class SendingWorld
{
    private static readonly Stamp Stamped = new(Written.Start, "test");

    public SendingWorld(UserOpsSettings? settings = null)
    {
        Settings = settings ?? Open;
        var services = new ServiceCollection()
            .AddUserOps(Settings)
            .AddSingleton<ITableStore>(Store)
            .AddSingleton<IMessageQueue>(new MemoryMessageQueue(Clock))
            .AddSingleton(World.Keys)
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<IEmailSender>(Email)
            .BuildServiceProvider();
        (Send, Rows, Services) = (services.GetRequiredService<SendMessage>(), services.GetRequiredService<MessageRows>(), services);
    }

    /// <summary>Everybody may be written to by e-mail and inbox at any pace, unless they refuse.</summary>
    public static UserOpsSettings Open { get; } = new()
    {
        Messaging = new()
        {
            Channels = new Dictionary<string, ChannelRules> { ["email"] = new() { CostMinor = 0.025m }, ["inbox"] = new() },
            Consent = new Dictionary<string, ConsentDefault> { ["marketing"] = ConsentDefault.OptOut },
        },
        Sending = new() { PublicUrl = new("https://shop.example/ops/") },
    };

    public UserOpsSettings Settings { get; }

    public MemoryTableStore Store { get; } = new();

    /// <summary>Noon of a Monday, UTC.</summary>
    public ManualClock Clock { get; } = new(new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero));

    public SpyEmail Email { get; } = new();

    public SendMessage Send { get; }

    public MessageRows Rows { get; }

    public IServiceProvider Services { get; }

    public string UserKey { get; } = World.Keys.Of(Identifier.User("42"));

    public DateTimeOffset Now => Clock.GetUtcNow();

    public static async Task<SendingWorld> StartAsync(UserOpsSettings? settings = null, string traits = """{"firstName":"Ada"}""")
    {
        var world = new SendingWorld(settings);
        await world.SaveAsync(world.Person(traits));
        await world.PublishAsync("news", Written.Email(
            """<p>Hello {{trait.firstName}}</p><a href="https://shop.example/sale?a=1&amp;b=2">Sale</a> <a href="{{links.unsubscribe}}">no more</a>""",
            text: "Hello {{trait.firstName}} {{links.unsubscribe}}",
            purpose: "marketing"));
        await world.PublishAsync("receipt", Written.Email("""<p>Paid</p><a href="https://shop.example/order">Order</a>""", text: "Paid"));
        return world;
    }

    public Profile Person(string traits = "{}") => new()
    {
        Key = UserKey,
        FirstSeen = Now,
        LastSeen = Now,
        Links = [new(Identifier.User("42"), Stamped), new(Identifier.OfEmail("ada@example.com"), Stamped)],
        Traits = [.. JsonDocument.Parse(traits).RootElement.EnumerateObject().Select(trait => new Trait(trait.Name, trait.Value, Stamped))],
    };

    public async Task SaveAsync(Profile profile) =>
        await Store.CommitAsync(profile.Key, [new Change.Upsert(HolderRow.Write(profile)) { Key = UserRow.Profile }], default);

    public async Task<Profile> ProfileAsync() => ((Holder.Here)HolderRow.Read((await Store.GetAsync(UserKey, UserRow.Profile, default))!)).Profile;

    public async Task PublishAsync(string key, TemplateContent content)
    {
        await Services.GetRequiredService<SaveTemplate>().RunAsync(key, content, default);
        Assert.IsType<Publishing.Published>(await Services.GetRequiredService<PublishTemplate>().RunAsync(key, default));
    }

    public SendRequest Request(string template = "news", string purpose = "marketing", string run = "run1", int occurrence = 1, bool cheapest = false, params string[] channels) => new(
        UserKey,
        new() { Id = run, Journey = "welcome", Version = 1, UserKey = UserKey, Step = "hello", Occurrence = occurrence, StartedAt = Now, ReachedAt = Now },
        new Step.Send(channels.Length == 0 ? ["email"] : channels, cheapest, template, purpose) { Id = "hello" },
        Deadline: null);

    public Task<SendResult> RunAsync(SendRequest? request = null) => Send.RunAsync(request ?? Request(), default);

    /// <summary>As a run does it: comes again whenever it was told to, with what it waits for.</summary>
    public async Task<SendResult.Done> UntilDoneAsync(SendRequest request)
    {
        for (var attempts = 0; ; attempts++)
        {
            var result = await RunAsync(request);
            if (result is SendResult.Done done)
            {
                return done;
            }

            var later = (SendResult.Later)result;
            Assert.True(later.Instant > Now, $"Told to come again at once, because of {later.Because}.");
            Assert.True(attempts < 100, "Told to come again for ever.");
            Clock.Advance(later.Instant - Now);
            request = request with { Run = request.Run with { Wait = new RunWait.Turn(later.Because, later.Because == "provider" ? attempts + 1 : 0) { Until = later.Instant } } };
        }
    }

    public async Task<MessageEntry?> EntryAsync(SendRequest? request = null) =>
        (await Rows.FindAsync(UserKey, MessageRow.Key((request ?? Request()).Run.Id, "hello", (request ?? Request()).Run.Occurrence).Value, default))?.Entry;

    public async Task<int> CountedAsync() => (await ProfileAsync()).Sent?.Sent.Sum(sent => sent.Count) ?? 0;
}
