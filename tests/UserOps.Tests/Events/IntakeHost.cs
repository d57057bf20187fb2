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
using UserOps.Application.Settings;
using UserOps.Application.Storage;
using UserOps.Domain.Events;
using UserOps.Tests.Storage;

namespace UserOps.Tests.Events;

/// <summary>The route table on an in-memory server; only what lies behind <see cref="IAcceptEvents"/> is replaced, by a recorder.</summary>
internal sealed class IntakeHost : IAsyncDisposable
{
    public const string ServerKey = "server-key-0001";
    public const string BrowserKey = "browser-key-0001";
    public static readonly DateTimeOffset Start = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private readonly WebApplication _app;

    private IntakeHost(WebApplication app)
    {
        _app = app;
        Client = app.GetTestClient();
    }

    public HttpClient Client { get; }

    public FixedTime Time => (FixedTime)_app.Services.GetRequiredService<TimeProvider>();

    public FixedTime System { get; private init; } = new(Start);

    public MemoryTableStore Store => (MemoryTableStore)_app.Services.GetRequiredService<ITableStore>();

    public IReadOnlyList<UserEvent> Events => Recorder.Events;

    public IReadOnlyList<RejectedEvent> Rejected => Recorder.Rejected;

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    private RecordingAccept Recorder => (RecordingAccept)_app.Services.GetRequiredService<IAcceptEvents>();

    public static async Task<IntakeHost> StartAsync(
        Func<UserOpsSettings, UserOpsSettings>? change = null, IAccessPolicy? access = null, IEnumerable<Route>? extra = null, Action<IServiceCollection>? also = null)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        var system = new FixedTime(Start);
        var settings = new UserOpsSettings
        {
            Sources = new Dictionary<string, SourceSettings>
            {
                ["shop"] = new(SourceKind.Shopify, "hush"),
                ["woo"] = new(SourceKind.WooCommerce, "woo-secret"),
                ["pay"] = new(SourceKind.Stripe, "whsec_stripe"),
                ["app"] = new(SourceKind.Standard, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
            },
            WriteKeys = new Dictionary<string, WriteKeySettings>
            {
                ["backend"] = new(ServerKey, Trusted: true),
                ["web"] = new(BrowserKey, Trusted: false),
            },
        };
        builder.Services
            .AddSingleton<TimeProvider>(new FixedTime(Start))
            .AddSingleton(new WallClock(system))
            .AddSingleton<ITableStore, MemoryTableStore>()
            .AddSingleton(access ?? new LoopbackAccess())
            .AddUserOps(change?.Invoke(settings) ?? settings)
            .AddSingleton<IAcceptEvents, RecordingAccept>();
        also?.Invoke(builder.Services);
        var app = builder.Build();
        app.MapUserOps([.. EventRoutes.All, .. UserOps.Application.Operations.HealthRoutes.All, .. extra ?? []]);
        await app.StartAsync();
        return new(app) { System = system };
    }

    public Task<Answer> PostAsync(string path, string body, params (string Name, string Value)[] headers) =>
        PostAsync(path, Encoding.UTF8.GetBytes(body), headers);

    public Task<Answer> PostAsync(string path, byte[] body, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, path, body, headers);

    public Task<Answer> SegmentAsync(string call, string body, string key = ServerKey) =>
        PostAsync($"/api/v1/{call}", body, ("Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(key + ":"))));

    public async Task<Answer> SendAsync(HttpMethod method, string path, byte[]? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
        }

        foreach (var (name, value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content!.Headers.TryAddWithoutValidation(name, value);
            }
        }

        using var response = await Client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var answer = text.Length > 0 ? JsonDocument.Parse(text).RootElement : default;
        return new(response.StatusCode, answer, response.Headers.ToDictionary(h => h.Key, h => string.Join(",", h.Value), StringComparer.OrdinalIgnoreCase));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}

