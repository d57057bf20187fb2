using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace UserOps.LocalHost.Tests.Events;

/// <summary>A busy day of a made-up shop as Segment batches: visitors who sign in, traits that change, orders placed, changed, cancelled and refunded.</summary>
public sealed class ShopDay(int events, int users)
{
    public const int BatchEvents = 100;

    public static readonly string Authorization = "Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes("local-server:"));

    public int Users => users;

    public IReadOnlyList<string> Batches { get; } =
    [
        .. Enumerable.Range(0, events).Select(i => Event(i, users)).Chunk(BatchEvents).Select(chunk => new JsonObject { ["batch"] = new JsonArray([.. chunk]) }.ToJsonString()),
    ];

    /// <summary>Sends one batch. A lost connection or an answer other than 200 leaves it to be sent again, as client libraries do.</summary>
    public static async Task<bool> TrySendAsync(HttpClient client, string batch)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/batch") { Content = new StringContent(batch, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Authorization", Authorization);
        try
        {
            using var answer = await client.SendAsync(request);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>Everything a reader sees of each user: the profile but for the pseudonymous key (each data folder has its own), and the ids of all events.</summary>
    public async Task<IReadOnlyList<string>> SeenAsync(HttpClient client)
    {
        var seen = new List<string>(users);
        for (var user = 0; user < users; user++)
        {
            var profile = (await client.GetFromJsonAsync<JsonObject>($"/api/users/u{user}"))!;
            profile.Remove("key");
            profile["timeline"] = new JsonArray([.. (await TimelineAsync(client, user)).Select(id => (JsonNode)id)]);
            seen.Add(profile.ToJsonString());
        }

        return seen;
    }

    /// <summary>Events that are applied, counted over all users; -1 while a user is not there yet.</summary>
    public async Task<long> AppliedAsync(HttpClient client)
    {
        var applied = 0L;
        for (var user = 0; user < users; user++)
        {
            using var answer = await client.GetAsync(new Uri($"/api/users/u{user}", UriKind.Relative));
            if (!answer.IsSuccessStatusCode)
            {
                return -1;
            }

            applied += (long)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["events"]!;
        }

        return applied;
    }

    private static async Task<IReadOnlyList<string>> TimelineAsync(HttpClient client, int user)
    {
        var ids = new List<string>();
        for (string? after = ""; after is not null;)
        {
            var page = (await client.GetFromJsonAsync<JsonObject>($"/api/users/u{user}/timeline?limit=500&after={after}"))!;
            ids.AddRange(page["items"]!.AsArray().Select(item => (string)item!["id"]!));
            after = (string?)page["next"];
        }

        return ids;
    }

    private static JsonNode Event(int i, int users)
    {
        var user = $"u{i * 31 % users}";
        var at = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(i * 4);
        var said = new JsonObject { ["type"] = "track", ["messageId"] = $"m{i}", ["timestamp"] = at.ToString("O") };
        var order = i / users;
        switch (i / users % 9)
        {
            case 0:
                said["anonymousId"] = $"browser-{user}";
                said["event"] = "Product Viewed";
                break;
            case 1:
                said["type"] = "identify";
                said["userId"] = user;
                said["anonymousId"] = $"browser-{user}";
                said["traits"] = new JsonObject { ["city"] = $"City {i % 17}", ["email"] = $"{user}@mail.example" };
                break;
            case 2 or 3 or 4:
                said["userId"] = user;
                said["event"] = "Order Completed";
                said["properties"] = new JsonObject { ["order_id"] = $"{user}-{order}", ["total"] = 10 + (i % 90), ["currency"] = "USD" };
                break;
            case 5:
                said["userId"] = user;
                said["event"] = "Order Refunded";
                said["properties"] = new JsonObject { ["order_id"] = $"{user}-{order - 1}", ["total"] = 3, ["currency"] = "USD", ["refund_id"] = $"r{i}" };
                break;
            case 6:
                said["userId"] = user;
                said["event"] = "Order Cancelled";
                said["properties"] = new JsonObject { ["order_id"] = $"{user}-{order - 3}" };
                break;
            default:
                said["userId"] = user;
                said["event"] = "Product Added";
                said["properties"] = new JsonObject { ["sku"] = $"SKU-{i % 50}", ["quantity"] = 1 + (i % 3) };
                break;
        }

        return said;
    }
}
