using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using UserOps.Application;
using UserOps.Application.Http;
using UserOps.Application.Journeys;
using UserOps.Application.Messages;
using UserOps.Application.Queues;
using UserOps.Application.Scoring;
using UserOps.Application.Settings;
using UserOps.Application.Storage;
using UserOps.Tests.Events;
using UserOps.Tests.Journeys.Running;

namespace UserOps.Tests.Journeys.Control;

/// <summary>The whole route table over the rows and the queue of a trip.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _client;

    private RunningHost(Trip trip, WebApplication app)
    {
        (Trip, _app) = (trip, app);
        _client = app.GetTestClient();
    }

    public Trip Trip { get; }

    public static async Task<RunningHost> StartAsync()
    {
        var trip = new Trip();
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services
            .AddUserOps(new UserOpsSettings())
            .AddSingleton<ITableStore>(trip.World.Store)
            .AddSingleton<IMessageQueue>(trip.World.Queue)
            .AddSingleton(World.Keys)
            .AddSingleton<TimeProvider>(trip.Clock)
            .AddSingleton<IRunDriver, WakeByRow>()
            .AddSingleton<IEmailSender, NoEmail>()
            .AddSingleton<IAccessPolicy>(new LoopbackAccess());
        var app = builder.Build();
        app.MapUserOps();
        await app.StartAsync();
        return new(trip, app);
    }

    /// <summary>Users <c>u0</c> to <c>u{count-1}</c>.</summary>
    public async Task PeopleAsync(int count)
    {
        foreach (var some in Enumerable.Range(0, count).Chunk(100))
        {
            await Trip.World.ApplyAsync([.. some.Select(i => Said.Identify($"i{i}", Said.User($"u{i}", email: $"u{i}@mail.example"), 0) with { OccurredAt = Trip.Now, ReceivedAt = Trip.Now })]);
        }
    }

    /// <summary>Has everybody scored as of yesterday.</summary>
    public Task ScoreAsync() => Trip.World.Get<ScoreUsers>().RunAsync(DateOnly.FromDateTime(Trip.Now.UtcDateTime), null, default);

    /// <summary>Does what is queued and due now.</summary>
    public async Task WorkAsync()
    {
        await Trip.World.DrainAsync();
        await Trip.RunAsync();
    }

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<Answer> PutAsync(string path, string body) => SendAsync(HttpMethod.Put, path, body);

    public Task<Answer> PostAsync(string path, string body = "", string? key = null, string media = "application/json") => SendAsync(HttpMethod.Post, path, body, key, media);

    public Task<Answer> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path, null);

    /// <summary>The lines of a file after the first.</summary>
    public async Task<string[]> LinesAsync(string path) => [.. (await _client.GetStringAsync(path)).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1)];

    private async Task<Answer> SendAsync(HttpMethod method, string path, string? body, string? key = null, string media = "application/json")
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, media) };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        using var response = await _client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new(
            response.StatusCode,
            text.Length > 0 ? JsonDocument.Parse(text).RootElement : default,
            response.Headers.ToDictionary(header => header.Key, header => string.Join(",", header.Value), StringComparer.OrdinalIgnoreCase));
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }
}
