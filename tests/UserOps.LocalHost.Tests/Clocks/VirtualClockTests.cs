using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using UserOps.Application.Queues;
using UserOps.LocalHost.CommandLine;
using UserOps.LocalHost.Hosting;

namespace UserOps.LocalHost.Tests.Clocks;

public sealed class VirtualClockTests
{
    [Fact]
    public async Task Nights_on_the_way_are_scored_one_after_the_other()
    {
        await using var host = await TestHost.StartAsync(virtualClock: true);
        await OrderAsync(host);
        await AdvanceAsync(host, "PT1S");

        var answer = await AdvanceAsync(host, "P3D");

        var today = DateOnly.FromDateTime(answer.GetProperty("now").GetDateTime());
        var latest = await host.Client.GetFromJsonAsync<JsonElement>("/api/scoring/latest");
        var night = answer.GetProperty("now").GetDateTime().Hour >= 2 ? today.AddDays(-1) : today.AddDays(-2);
        Assert.Equal(night, DateOnly.Parse(latest.GetProperty("asOf").GetString()!, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(HttpStatusCode.OK, (await host.Client.GetAsync($"/api/scoring/runs/{night.AddDays(-1):yyyy-MM-dd}")).StatusCode);
        var user = await host.Client.GetFromJsonAsync<JsonElement>("/api/users/ann");
        Assert.InRange(user.GetProperty("score").GetProperty("recencyDays").GetInt32(), 1, 3);
    }

    [Fact]
    public async Task What_is_tried_again_later_is_tried_at_its_time()
    {
        await using var host = await TestHost.StartAsync(virtualClock: true);
        await host.Services.GetRequiredService<IMessageQueue>().EnqueueAsync([new("no envelope"u8.ToArray(), TimeSpan.FromHours(1))], default);

        await AdvanceAsync(host, "PT59M");
        Assert.Empty(await LettersAsync(host));
        await AdvanceAsync(host, "PT10M");

        var letter = Assert.Single(await LettersAsync(host));
        var took = letter.GetProperty("last").GetDateTimeOffset() - letter.GetProperty("first").GetDateTimeOffset();
        Assert.InRange(took, TimeSpan.FromHours(1) + TimeSpan.FromSeconds(85), TimeSpan.FromHours(1) + TimeSpan.FromSeconds(100));
    }

    [Fact]
    public async Task Events_are_applied_without_anybody_moving_the_clock()
    {
        await using var host = await TestHost.StartAsync(virtualClock: true);
        await OrderAsync(host);

        for (var tries = 0; (await host.Client.GetAsync("/api/users/ann")).StatusCode != HttpStatusCode.OK; tries++)
        {
            Assert.InRange(tries, 0, 200);
            await Task.Delay(50);
        }
    }

    [Fact]
    public async Task Time_that_was_lived_through_stays_past_after_a_restart_with_or_without_the_option()
    {
        using var folder = new TemporaryFolder();
        DateTimeOffset reached;
        await using (var first = await TestHost.StartAsync(folder.Path, virtualClock: true))
        {
            reached = (await AdvanceAsync(first, "P14D")).GetProperty("now").GetDateTimeOffset();
        }

        await using (var plain = await TestHost.StartAsync(folder.Path))
        {
            Assert.InRange(plain.Host.Clock.GetUtcNow(), reached, reached.AddMinutes(1));
            Assert.Equal(HttpStatusCode.NotFound, (await plain.Client.GetAsync("/api/dev/clock")).StatusCode);
        }

        await using var again = await TestHost.StartAsync(folder.Path, virtualClock: true);
        Assert.InRange(await AheadAsync(again), (14 * 86_400) - 60, 14 * 86_400);
    }

    [Theory]
    [InlineData("""{"advance":"-P1D"}""")]
    [InlineData("""{"advance":"P0D"}""")]
    [InlineData("""{"advance":"P401D"}""")]
    [InlineData("""{"advance":"P99999999Y"}""")]
    [InlineData("""{"advance":"two days"}""")]
    [InlineData("""{"advance":null}""")]
    [InlineData("{}")]
    public async Task A_duration_that_is_none_or_goes_back_is_refused_by_name(string body)
    {
        await using var host = await TestHost.StartAsync(virtualClock: true);

        var answer = await host.Client.PostAsync("/api/dev/clock", new StringContent(body, null, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("advance", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("field").GetString());
        Assert.Equal(0, await AheadAsync(host));
    }

    [Fact]
    public async Task A_host_that_others_can_reach_has_no_clock_to_move()
    {
        using var folder = new TemporaryFolder();
        var settings = new Dictionary<string, string?> { ["USEROPS_API_KEY"] = "a-key-of-more-than-16-characters" };
        var opening = await LocalHostApp.OpenAsync(
            new() { DataFolder = folder.Path, Urls = "http://0.0.0.0:0", VirtualClock = true, Settings = settings }, default);
        Assert.Equal(ExitCode.Usage, Assert.IsType<Opening.Refused>(opening).ExitCode);
    }

    private static async Task OrderAsync(TestHost host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/track")
        {
            Content = JsonContent.Create(new { userId = "ann", @event = "Order Completed", properties = new { order_id = "1", total = 42, currency = "USD" } }),
        };
        request.Headers.Authorization = new("Basic", Convert.ToBase64String("local-server:"u8));
        (await host.Client.SendAsync(request)).EnsureSuccessStatusCode();
    }

    private static async Task<JsonElement> AdvanceAsync(TestHost host, string by)
    {
        var answer = await host.Client.PostAsJsonAsync("/api/dev/clock", new { advance = by });
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task<long> AheadAsync(TestHost host) =>
        (await host.Client.GetFromJsonAsync<JsonElement>("/api/dev/clock")).GetProperty("aheadSeconds").GetInt64();

    private static async Task<JsonElement[]> LettersAsync(TestHost host) =>
        [.. (await host.Client.GetFromJsonAsync<JsonElement>("/api/dead-letters")).GetProperty("letters").EnumerateArray()];
}
