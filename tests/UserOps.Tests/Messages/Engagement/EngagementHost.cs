using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using UserOps.Application;
using UserOps.Application.Events;
using UserOps.Application.Events.Webhooks;
using UserOps.Application.Http;
using UserOps.Application.Journeys;
using UserOps.Application.Messages;
using UserOps.Application.Messages.Engagement;
using UserOps.Application.Messages.Links;
using UserOps.Application.Messages.Sending;
using UserOps.Application.Queues;
using UserOps.Application.Settings;
using UserOps.Application.Storage;
using UserOps.Application.Users;
using UserOps.Domain.Events;
using UserOps.Domain.Messages;
using UserOps.Domain.Users;
using UserOps.Tests.Journeys.Running;
using UserOps.Tests.Queues;
using UserOps.Tests.Storage;

namespace UserOps.Tests.Messages.Engagement;

/// <summary>The routes over storage in memory, with one person, <c>ada</c>, who got messages.</summary>
internal sealed class EngagementHost : IAsyncDisposable
{
    public const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    public const string OtherSecret = "whsec_QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo=";

    private readonly WebApplication _app;

    private EngagementHost(WebApplication app)
    {
        _app = app;
        Client = app.GetTestClient();
    }

    public static string Ada { get; } = World.Keys.Of(Identifier.User("ada"));

    public HttpClient Client { get; }

    public ManualClock Clock => (ManualClock)Get<TimeProvider>();

    public MemoryTableStore Store => (MemoryTableStore)Get<ITableStore>();

    public MemoryMessageQueue Queue => (MemoryMessageQueue)Get<IMessageQueue>();

    public static async Task<EngagementHost> StartAsync(string? language = null, string? workspace = "Tea & <Co>")
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        var clock = new ManualClock(Said.Start.AddDays(10));
        builder.Services
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton(new WallClock(clock))
            .AddSingleton<ITableStore, MemoryTableStore>()
            .AddSingleton<IRunDriver, WakeByRow>()
            .AddSingleton<IEmailSender, NoEmail>()
            .AddSingleton<IMessageQueue>(new MemoryMessageQueue(clock))
            .AddSingleton(World.Keys)
            .AddSingleton<IAccessPolicy>(new LoopbackAccess())
            .AddUserOps(Settings(workspace));
        var app = builder.Build();
        app.MapUserOps(EngagementRoutes.All);
        await app.StartAsync();
        var host = new EngagementHost(app);
        await host.ApplyAsync(Said.Identify("1", Said.User("ada", email: "ada@shop.example"), 0, language is null ? [] : [("language", language)]));
        return host;
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public Task ApplyAsync(params UserEvent[] events) => Get<IApplyEvents>().RunAsync(events, default);

    public Task DrainAsync(int seed = 0) => Queue.DrainAsync(Get<HandleMessage>().RunAsync, new Random(seed));

    /// <summary>A message that the provider has taken, with its entry and what reports find it by.</summary>
    public async Task<(string Row, string ProviderId)> SentAsync(string channel = MessageNames.Email, string step = "welcome", string? userKey = null, MessageState state = MessageState.Accepted)
    {
        var id = Guid.NewGuid();
        var entry = new MessageEntry
        {
            Run = "run1", Step = step, Occurrence = 1, Journey = "onboarding", Version = 3, State = state, At = Said.Start, ClaimedAt = Clock.GetUtcNow(), OperationId = id,
            Template = "hello", Purpose = MessageNames.Marketing, Channel = channel, ProviderId = id.ToString(), CostMinor = 0.5m,
            AddressHash = World.Keys.OfAddress(channel, channel == MessageNames.Email ? "ada@shop.example" : "+4412345"),
        };
        var row = MessageRow.Key(entry).Value;
        await Get<SentIndex>().AddAsync(channel, id.ToString(), new(userKey ?? Ada, row), default);
        Assert.True(await Get<MessageRows>().InsertAsync(userKey ?? Ada, entry, default));
        return (row, id.ToString());
    }

    public string Token(SignedLink link) => Get<LinkTokens>().Write(link);

    public string UnsubscribePath(string channel = MessageNames.Email, string purpose = MessageNames.Marketing, string? userKey = null) =>
        "/u/" + Token(new SignedLink.Unsubscribe(userKey ?? Ada, "m~run1~welcome~000001", channel, purpose));

    public string PreferencesPath() => "/p/" + Token(new SignedLink.Preferences(Ada, "m~run1~welcome~000001", MessageNames.Email, MessageNames.Marketing));

    public async Task<MessageEntry> EntryAsync(string row) => (await Get<MessageRows>().FindAsync(Ada, row, default))!.Entry;

    public async Task<Profile> ProfileAsync(string id = "ada") => (await Get<NamedUser>().RunAsync(id, default))!;

    public async Task<ConsentState> ConsentAsync(string channel = MessageNames.Email, string purpose = MessageNames.Marketing) =>
        ((await ProfileAsync()).Consents ?? Consents.None).Of(channel, purpose);

    /// <summary>Once what is queued is applied.</summary>
    public async Task<IReadOnlyList<UserEvent>> EventsAsync()
    {
        await DrainAsync();
        return
        [
            .. Store.Rows.Where(row => row.Partition.Value == Ada && row.Key.Value.StartsWith(UserRow.EventPrefix, StringComparison.Ordinal))
                .Select(row => IncomingEvent.Read(Documents.ReadBytes(row)).Event),
        ];
    }

    public async Task<string[]> EventNamesAsync() => [.. (await EventsAsync()).Select(said => said.Name).Where(name => name != "Identify")];

    public async Task<(HttpStatusCode Status, string Text, HttpResponseMessage Response)> SendAsync(
        HttpMethod method, string path, string? form = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (form is not null)
        {
            request.Content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded");
        }

        foreach (var (name, value) in headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value) || request.Content!.Headers.TryAddWithoutValidation(name, value), name);
        }

        var response = await Client.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(), response);
    }

    public Task<(HttpStatusCode Status, string Text, HttpResponseMessage Response)> GetAsync(string path, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, path, null, headers);

    public async Task<(HttpStatusCode Status, JsonElement Body)> JsonAsync(HttpMethod method, string path, string? body = null)
    {
        var (status, text, _) = await SendAsync(method, path, body);
        return (status, text.Length > 0 ? JsonDocument.Parse(text).RootElement : default);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    private static UserOpsSettings Settings(string? workspace) => new()
    {
        Workspace = new() { Name = workspace },
        Webhooks = new Dictionary<string, WebhookSettings>
        {
            ["gateway"] = new(new("https://sms.example/send"), Secret),
            ["pusher"] = new(new("https://push.example/send"), OtherSecret),
        },
        Messaging = new()
        {
            Channels = new Dictionary<string, ChannelRules> { ["email"] = new(), ["inbox"] = new(), ["sms"] = new(), ["push"] = new() },
            Consent = new Dictionary<string, ConsentDefault> { ["reviews"] = ConsentDefault.OptOut },
        },
        Sending = new()
        {
            PublicUrl = new("https://go.shop.example/"),
            Gateways = new Dictionary<string, GatewaySettings> { ["sms"] = new("gateway", "phone"), ["push"] = new("pusher", "pushToken") },
        },
    };
}
