using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using UserOps.LocalHost.Tests.Events.Webhooks;
using UserOps.Tests;

namespace UserOps.LocalHost.Tests.Journeys;

/// <summary>A shop whose newcomers are welcomed, over real HTTP, a real file and time that is put forward.</summary>
public sealed class OnboardingFlowTests : IAsyncLifetime
{
    private TestHost _host = null!;

    public async Task InitializeAsync()
    {
        _host = await TestHost.StartAsync(virtualClock: true, settings: new()
        {
            ["Scoring:NightlyHour"] = "off",
            ["Sources:shop:Kind"] = "shopify",
            ["Sources:shop:Secret"] = Shops.Secret,
        });
        (await _host.Client.PostAsync("/api/journeys/shipped", null)).EnsureSuccessStatusCode();
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [NodeFact(NodeScript.Folder)]
    public async Task A_newcomer_is_welcomed_waited_for_nudged_and_thanked_and_one_post_stops_it_all()
    {
        await JoinsAsync(1, "Ada", "en");
        await JoinsAsync(2, "小明", "zh-CN");
        await AdvanceAsync("PT1M");
        Assert.Equal(["1", "2"], Receivers());
        var welcome = (await MailsAsync("2")).Single();
        Assert.Contains("小明", welcome.Text, StringComparison.Ordinal);

        // As the server of a mail program does it.
        Assert.Equal("List-Unsubscribe-Post: List-Unsubscribe=One-Click", welcome.Headers["list-unsubscribe-post"]);
        var link = welcome.Headers["list-unsubscribe"].Split('<')[1].Split('>')[0];
        using var asked = await _host.Client.GetAsync(link);
        using var done = await _host.Client.PostAsync(link, new StringContent("List-Unsubscribe=One-Click", Encoding.ASCII, "application/x-www-form-urlencoded"));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (asked.StatusCode, done.StatusCode));

        await AdvanceAsync("P4D");
        Assert.Equal(2, (await MailsAsync("1")).Count);
        await AdvanceAsync("P9D");
        Assert.Equal(3, (await MailsAsync("1")).Count);
        Assert.Single(await MailsAsync("2"));

        await PaysAsync(1);
        await PaysAsync(2);
        await AdvanceAsync("PT1M");

        var mails = await MailsAsync("1");
        Assert.Equal(4, mails.Count);
        Assert.Equal(4, mails.Select(mail => mail.Subject).Distinct().Count());
        Assert.All(mails, mail =>
        {
            Assert.Contains("List-Unsubscribe=One-Click", mail.Headers["list-unsubscribe-post"], StringComparison.Ordinal);
            Assert.Contains("/u/", mail.Headers["list-unsubscribe"], StringComparison.Ordinal);
            Assert.Contains("Ada", mail.Text, StringComparison.Ordinal);
            Assert.NotEmpty(mail.Html);
        });
        Assert.Single(await MailsAsync("2"));

        var messages = await _host.Client.GetFromJsonAsync<JsonElement>("/api/users/customer:shop:2/messages");
        Assert.Equal(
            ["thanks Skipped unsubscribed", "nudge Skipped unsubscribed", "tasks Skipped unsubscribed", "welcome Accepted "],
            messages.GetProperty("items").EnumerateArray().Select(one => $"{one.GetProperty("step")} {one.GetProperty("state")} {(one.TryGetProperty("reason", out var why) ? why : default)}"));
    }

    private async Task JoinsAsync(int id, string name, string language)
    {
        var now = await NowAsync();
        await DeliverAsync("customers/create", "shopify-customers-update.json", id, body =>
        {
            (body["id"], body["email"], body["first_name"], body["locale"], body["orders_count"]) = (id, $"{id}@shop.example", name, language, 0);
            (body["created_at"], body["updated_at"]) = (now, now);
            body["email_marketing_consent"] = new JsonObject { ["state"] = "subscribed", ["opt_in_level"] = "single_opt_in", ["consent_updated_at"] = now };
        });
    }

    private async Task PaysAsync(int id)
    {
        var now = await NowAsync();
        await DeliverAsync("orders/paid", "shopify-orders-paid.json", id, body =>
        {
            (body["id"], body["email"], body["contact_email"]) = (9_000 + id, $"{id}@shop.example", $"{id}@shop.example");
            (body["created_at"], body["updated_at"], body["processed_at"]) = (now, now, now);
            (body["customer"]!["id"], body["customer"]!["email"]) = (id, $"{id}@shop.example");
        });
    }

    private async Task DeliverAsync(string topic, string file, int id, Action<JsonNode> change)
    {
        var body = Shops.Body(file, change);
        var answer = await _host.SendAsync(
            HttpMethod.Post, "/api/webhooks/shop", body, ("Content-Type", "application/json"), ("X-Shopify-Topic", topic), ("X-Shopify-Event-Id", $"{topic} {id}"),
            ("X-Shopify-Webhook-Id", $"{topic} {id}"), ("X-Shopify-Hmac-Sha256", Shops.Sign(body)));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    private async Task<string> NowAsync() =>
        (await _host.Client.GetFromJsonAsync<JsonElement>("/api/dev/clock")).GetProperty("now").GetDateTimeOffset().ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    private async Task AdvanceAsync(string by) => (await _host.Client.PostAsJsonAsync("/api/dev/clock", new { advance = by })).EnsureSuccessStatusCode();

    private IEnumerable<string> Receivers() => Files().Select(file => file.To).Distinct().Order();

    private IEnumerable<(string Path, string To)> Files() =>
        from path in Directory.GetFiles(_host.Host.Folder.Mail, "*.eml", SearchOption.AllDirectories)
        let to = File.ReadLines(path).First(line => line.StartsWith("To: ", StringComparison.Ordinal))
        select (path, to.Split('@')[0].Split(' ', '<').Last());

    /// <summary>As a parser that has nothing to do with whoever wrote them reads them, the oldest first.</summary>
    private async Task<IReadOnlyList<Mail>> MailsAsync(string to)
    {
        var mails = new List<Mail>();
        foreach (var (path, _) in Files().Where(file => file.To == to))
        {
            mails.Add(JsonSerializer.Deserialize<Mail>(await NodeScript.RunAsync("mail.mjs", path), JsonSerializerOptions.Web)!);
        }

        return [.. mails.OrderBy(mail => mail.Date)];
    }

    private sealed record Mail(string Subject, DateTimeOffset Date, string Text, string Html, Dictionary<string, string> Headers);
}
