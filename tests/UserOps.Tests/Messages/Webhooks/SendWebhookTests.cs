using System.Text;
using UserOps.Application.Events.Webhooks;
using UserOps.Application.Messages.Webhooks;
using UserOps.Application.Settings;

namespace UserOps.Tests.Messages.Webhooks;

public sealed class SendWebhookTests
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private readonly ManualClock _clock = new(Now);

    [Fact]
    public async Task A_call_carries_the_signature_that_the_specification_gives_for_it()
    {
        await using var receiver = await Receiver.StartAsync(204);
        var wall = new ManualClock(DateTimeOffset.FromUnixTimeSeconds(1_614_265_330));

        var outcome = await SendAsync(receiver.Url, "msg_p5jXN8AQM9LWM0D4loKWxJek", """{"test": 2432232314}""", clock: wall);

        Assert.Equal(new WebhookOutcome.Accepted(204), outcome);
        var (headers, body) = Assert.Single(receiver.Calls);
        Assert.Equal("""{"test": 2432232314}""", body);
        Assert.Equal("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", headers["webhook-signature"]);
        Assert.Equal("msg_p5jXN8AQM9LWM0D4loKWxJek 1614265330", $"{headers["webhook-id"]} {headers["webhook-timestamp"]}");
        Assert.Equal("application/json", headers["Content-Type"]);
    }

    [Theory]
    [InlineData(200, "Accepted { Status = 200 }")]
    [InlineData(301, "Refused { Reason = http-301 }")]
    [InlineData(307, "Refused { Reason = http-307 }")]
    [InlineData(400, "Refused { Reason = http-400 }")]
    [InlineData(410, "Refused { Reason = http-410 }")]
    [InlineData(408, "Later { Reason = http-408, After =  }")]
    [InlineData(409, "Later { Reason = http-409, After =  }")]
    [InlineData(429, "Later { Reason = http-429, After =  }")]
    [InlineData(500, "Later { Reason = http-500, After =  }")]
    [InlineData(503, "Later { Reason = http-503, After =  }")]
    public async Task Statuses_say_whether_to_call_again(int status, string outcome)
    {
        await using var receiver = await Receiver.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = "/elsewhere";
            return Task.CompletedTask;
        });

        Assert.Equal(outcome, (await SendAsync(receiver.Url)).ToString());
        Assert.Single(receiver.Calls);
    }

    [Theory]
    [InlineData("120", 120)]
    [InlineData("Mon, 02 Mar 2026 08:05:00 GMT", 300)]
    [InlineData("Mon, 02 Mar 2026 07:00:00 GMT", 0)]
    [InlineData("99999999", 86_400)]
    public async Task The_receiver_may_ask_for_patience(string retryAfter, int seconds)
    {
        await using var receiver = await Receiver.StartAsync(context =>
        {
            context.Response.StatusCode = 503;
            context.Response.Headers.RetryAfter = retryAfter;
            return Task.CompletedTask;
        });

        Assert.Equal(new WebhookOutcome.Later("http-503", TimeSpan.FromSeconds(seconds)), await SendAsync(receiver.Url));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("[::1]")]
    [InlineData("2130706433")]
    [InlineData("0x7f.1")]
    public async Task A_name_that_leads_into_a_private_network_is_not_called_however_it_is_written(string host)
    {
        await using var receiver = await Receiver.StartAsync(200);
        var url = new Uri($"https://{host}:{receiver.Url.Port}/hook");

        var outcome = await SendAsync(url, allowPrivate: false);

        Assert.Equal(new WebhookOutcome.Refused("private-address"), outcome);
        Assert.Empty(receiver.Calls);
    }

    [Fact]
    public async Task Nobody_there_is_no_refusal()
    {
        var receiver = await Receiver.StartAsync(200);
        var url = receiver.Url;
        await receiver.DisposeAsync();

        Assert.IsType<WebhookOutcome.Later>(await SendAsync(url));
    }

    [Fact]
    public async Task An_answer_is_not_read_beyond_its_head()
    {
        var endless = Encoding.UTF8.GetBytes(new string('x', 64 * 1024));
        await using var receiver = await Receiver.StartAsync(async context =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(endless, context.RequestAborted);
            }
        });

        Assert.Equal(new WebhookOutcome.Accepted(200), await SendAsync(receiver.Url));
    }

    [Fact]
    public async Task What_is_not_configured_or_too_large_is_refused_before_anybody_is_called()
    {
        await using var receiver = await Receiver.StartAsync(200);
        using var send = Sender(receiver.Url);

        Assert.Equal(new WebhookOutcome.Refused("not-configured"), await send.RunAsync(new("elsewhere", "1", "{}"u8.ToArray()), default));
        Assert.Equal(new WebhookOutcome.Refused("too-large"), await send.RunAsync(new("crm", "1", new byte[SendWebhook.MostBytes + 1]), default));
        Assert.Empty(receiver.Calls);
    }

    [Fact]
    public async Task A_caller_who_gives_up_is_told_so()
    {
        await using var receiver = await Receiver.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        using var send = Sender(receiver.Url);
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => send.RunAsync(new("crm", "1", "{}"u8.ToArray()), stop.Token));
    }

    private SendWebhook Sender(Uri url, bool allowPrivate = true, TimeProvider? clock = null) => new(
        new UserOpsSettings { Webhooks = new Dictionary<string, WebhookSettings> { ["crm"] = new(url, Secret, allowPrivate) } }, new WallClock(clock ?? _clock));

    private async Task<WebhookOutcome> SendAsync(Uri url, string id = "1", string body = "{}", bool allowPrivate = true, TimeProvider? clock = null)
    {
        using var send = Sender(url, allowPrivate, clock);
        return await send.RunAsync(new("crm", id, Encoding.UTF8.GetBytes(body)), default);
    }
}
