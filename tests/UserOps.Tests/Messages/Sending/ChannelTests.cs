using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using UserOps.Application.Messages.Sending;
using UserOps.Application.Settings;
using UserOps.Domain.Messages;
using UserOps.Tests.Messages.Templates;
using UserOps.Tests.Messages.Webhooks;

namespace UserOps.Tests.Messages.Sending;

public sealed class ChannelTests
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    [Fact]
    public async Task A_text_message_is_a_signed_call_that_the_gateway_can_tell_from_another()
    {
        await using var gateway = await Receiver.StartAsync(202);
        var world = await WorldAsync(gateway.Url);

        Assert.Equal(new SendResult.Done(MessageState.Accepted, "sms", null), await world.RunAsync(world.Request("code", "transactional", channels: "sms")));

        var (headers, body) = Assert.Single(gateway.Calls);
        var entry = (await world.EntryAsync())!;
        var content = Encoding.UTF8.GetBytes($"{headers["webhook-id"]}.{headers["webhook-timestamp"]}.{body}");
        var signature = Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(Secret["whsec_".Length..]), content));
        Assert.Equal(("v1," + signature, entry.OperationId.ToString()), (headers["webhook-signature"], headers["webhook-id"]));
        var told = JsonDocument.Parse(body).RootElement;
        Assert.Equal(
            ("sms", "+49 151 5", "Your code, Ada", "m~run1~hello~000001", entry.OperationId),
            (told.GetProperty("channel").GetString(), told.GetProperty("address").GetString(), told.GetProperty("text").GetString(), told.GetProperty("message").GetString(), told.GetProperty("id").GetGuid()));
        Assert.StartsWith("https://shop.example/ops/p/", told.GetProperty("preferences").GetString(), StringComparison.Ordinal);
        Assert.False(told.TryGetProperty("unsubscribe", out _));
        Assert.Equal((7m, World.Keys.OfAddress("sms", "+49 151 5")), (entry.CostMinor, entry.AddressHash));
    }

    [Theory]
    [InlineData(400, "Done { State = Refused, Channel = sms, Reason = http-400 }")]
    [InlineData(429, "pace")]
    [InlineData(500, "provider")]
    [InlineData(503, "provider")]
    public async Task A_gateway_that_says_no_or_not_now_is_believed(int status, string outcome)
    {
        await using var gateway = await Receiver.StartAsync(status);
        var world = await WorldAsync(gateway.Url);

        var result = await world.RunAsync(world.Request("code", "transactional", channels: "sms"));

        Assert.Equal(outcome, result is SendResult.Later later ? later.Because : result.ToString());
        Assert.Equal(result is SendResult.Done, await world.EntryAsync() is not null);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(502)]
    [InlineData(504)]
    public async Task An_answer_that_may_hide_a_message_sent_is_never_followed_by_another(int status)
    {
        await using var gateway = await Receiver.StartAsync(status);
        var world = await WorldAsync(gateway.Url);

        Assert.Equal(MessageState.Unknown, (await world.UntilDoneAsync(world.Request("code", "transactional", channels: "sms"))).State);
        Assert.Single(gateway.Calls);
    }

    [Fact]
    public async Task A_gateway_that_is_not_there_is_tried_again()
    {
        var world = await WorldAsync(new("http://127.0.0.1:9/hook"));

        Assert.Equal(new SendResult.Later(world.Now.AddMinutes(1), "provider"), await world.RunAsync(world.Request("code", "transactional", channels: "sms")));
        Assert.Null(await world.EntryAsync());
    }

    [Fact]
    public async Task The_inbox_shows_the_newest_first_and_each_message_once()
    {
        var world = await WorldAsync(new("http://127.0.0.1:9/hook"));
        var inbox = world.Services.GetRequiredService<InboxRows>();

        await world.RunAsync(world.Request("code", "transactional", "a", channels: "inbox"));
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.RunAsync(world.Request("code", "transactional", "b", channels: "inbox"));

        var (entries, next) = await inbox.ListAsync(world.UserKey, null, 1, default);
        Assert.Equal("m~b~hello~000001", Assert.Single(entries).Entry.Message);
        Assert.True(InboxRows.IsPlace(next!));
        var (older, end) = await inbox.ListAsync(world.UserKey, next, 10, default);
        Assert.Equal(("m~a~hello~000001", "Your code, Ada", null), (Assert.Single(older).Entry.Message, older[0].Entry.Body, end));
        Assert.False(await inbox.AddAsync(world.UserKey, older[0].Entry with { At = world.Now }, default));
        Assert.True(await inbox.ReplaceAsync(world.UserKey, older[0], older[0].Entry with { ReadAt = world.Now }, default));
        Assert.Equal(world.Now, (await inbox.FindAsync(world.UserKey, older[0].Entry.Id, default))!.Entry.ReadAt);
    }

    [Fact]
    public async Task An_inbox_message_whose_writer_died_is_found_there_afterwards()
    {
        var world = await WorldAsync(new("http://127.0.0.1:9/hook"));
        world.Store.After = operation => operation.Changes.Any(change => change.Key.Value.StartsWith("im~", StringComparison.Ordinal)) ? throw new IOException() : Task.CompletedTask;
        var request = world.Request("code", "transactional", channels: "inbox");
        await Assert.ThrowsAsync<IOException>(() => world.RunAsync(request));
        world.Store.After = null;

        Assert.Equal(MessageState.Accepted, (await world.UntilDoneAsync(request)).State);
        Assert.Single((await world.Services.GetRequiredService<InboxRows>().ListAsync(world.UserKey, null, 10, default)).Entries);
    }

    [Fact]
    public async Task The_cheapest_that_reaches_is_the_one_whose_answers_cost_least()
    {
        await using var gateway = await Receiver.StartAsync(200);
        var world = await WorldAsync(gateway.Url);
        await world.PublishAsync("both", Written.Email("<p>Hi</p>", text: "Hi"));

        Assert.Equal("email", Assert.IsType<SendResult.Done>(await Cheapest(world, "a")).Channel);

        // Nobody ever answers by e-mail, while every text message is answered.
        for (var i = 0; i < 800; i++)
        {
            await world.Rows.InsertAsync(world.UserKey, Past(world, $"past{i}", "email", null), default);
        }

        for (var i = 0; i < 20; i++)
        {
            await world.Rows.InsertAsync(world.UserKey, Past(world, $"text{i}", "sms", world.Now), default);
        }

        Assert.Equal("sms", Assert.IsType<SendResult.Done>(await Cheapest(world, "b")).Channel);
        Assert.Equal("Hi", JsonDocument.Parse(gateway.Calls.Single().Body).RootElement.GetProperty("text").GetString());

        await world.SaveAsync(await world.ProfileAsync() with { Traits = [] });
        Assert.Equal("email", Assert.IsType<SendResult.Done>(await Cheapest(world, "c")).Channel);
    }

    [Fact]
    public async Task The_newest_messages_of_a_person_come_first_page_by_page()
    {
        var world = await WorldAsync(new("http://127.0.0.1:9/hook"));
        foreach (var run in new[] { "c", "a", "d", "b" })
        {
            await world.RunAsync(world.Request("receipt", "transactional", run));
            world.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var first = await world.Rows.NewestAsync(world.UserKey, null, 3, default);
        var second = await world.Rows.NewestAsync(world.UserKey, first[^1], 3, default);

        Assert.Equal(["b", "d", "a", "c"], first.Concat(second).Select(message => message.Entry.Run));
    }

    private static Task<SendResult> Cheapest(SendingWorld world, string run) => world.RunAsync(world.Request("both", "transactional", run, cheapest: true, channels: ["sms", "email"]));

    private static MessageEntry Past(SendingWorld world, string run, string channel, DateTimeOffset? clicked) => new()
    {
        Run = run, Step = "s", Occurrence = 1, Journey = "j", Version = 1, State = MessageState.Accepted, At = world.Now, OperationId = Guid.NewGuid(), Template = "t",
        Purpose = "marketing", Channel = channel, ClickedAt = clicked,
    };

    private static async Task<SendingWorld> WorldAsync(Uri gateway)
    {
        var rules = SendingWorld.Open.Messaging;
        var world = await SendingWorld.StartAsync(
            SendingWorld.Open with
            {
                Messaging = rules with { Channels = new Dictionary<string, ChannelRules>(rules.Channels) { ["sms"] = new() { CostMinor = 7 } } },
                Sending = SendingWorld.Open.Sending with { Gateways = new Dictionary<string, GatewaySettings> { ["sms"] = new("texts", "phone") } },
                Webhooks = new Dictionary<string, WebhookSettings> { ["texts"] = new(gateway, Secret, AllowPrivate: true) },
            },
            """{"firstName":"Ada","phone":" +49 151 5 "}""");
        await world.PublishAsync("code", Written.Sms("Your code, {{trait.firstName}}"));
        return world;
    }
}
