using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using UserOps.LocalHost.Queues;

namespace UserOps.LocalHost.Tests;

/// <summary>Requests to a running host.</summary>
internal static class Asking
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static Task<Answer> GetAsync(this TestHost host, string path) => host.SendAsync(HttpMethod.Get, path);

    public static Task<Answer> PostAsync(this TestHost host, string path, string body, params (string Name, string Value)[] headers) =>
        host.SendAsync(HttpMethod.Post, path, Encoding.UTF8.GetBytes(body), headers);

    public static Task<Answer> SegmentAsync(this TestHost host, string call, string body, string key = SharedHost.ServerKey) =>
        host.PostAsync($"/api/v1/{call}", body, ("Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(key + ":"))));

    public static async Task<Answer> SendAsync(this TestHost host, HttpMethod method, string path, byte[]? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : new ByteArrayContent(body) };
        foreach (var (name, value) in headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value) || request.Content!.Headers.TryAddWithoutValidation(name, value), name);
        }

        using var response = await host.Client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new(
            response.StatusCode,
            text.Length > 0 ? JsonDocument.Parse(text).RootElement : default,
            response.Headers.ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Returns once every message that was queued has been handled.</summary>
    public static async Task DrainedAsync(this TestHost host)
    {
        var queue = host.Services.GetRequiredService<SqliteMessageQueue>();
        using var limit = new CancellationTokenSource(Patience);
        while (queue.Depth > 0)
        {
            await Task.Delay(5, limit.Token);
        }
    }

    public static Task<Answer> AskUserAsync(this TestHost host, string id) => host.GetAsync($"/api/users/{Uri.EscapeDataString(id)}");

    public static async Task<JsonElement> UserAsync(this TestHost host, string id)
    {
        var answer = await host.AskUserAsync(id);
        Assert.True(answer.Status == HttpStatusCode.OK, $"{id}: {answer.Status}");
        return answer.Body;
    }

    /// <summary>The whole of it, page by page.</summary>
    public static async Task<IReadOnlyList<JsonElement>> TimelineAsync(this TestHost host, string id, int page = 500)
    {
        var items = new List<JsonElement>();
        string? next = null;
        do
        {
            var answer = await host.GetAsync($"/api/users/{Uri.EscapeDataString(id)}/timeline?limit={page}{(next is null ? "" : $"&after={next}")}");
            Assert.True(answer.Status == HttpStatusCode.OK, $"{id}: {answer.Status}");
            items.AddRange(answer.Body.GetProperty("items").EnumerateArray());
            next = answer.Body.GetProperty("next").GetString();
        }
        while (next is not null);
        return items;
    }

    public static IEnumerable<string?> Names(this IEnumerable<JsonElement> timeline) => timeline.Select(item => item.GetProperty("name").GetString());
}
