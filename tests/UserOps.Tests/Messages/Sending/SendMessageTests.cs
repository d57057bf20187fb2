using Microsoft.Extensions.DependencyInjection;
using UserOps.Application.Events;
using UserOps.Application.Messages.Sending;
using UserOps.Application.Storage;
using UserOps.Application.Users;
using UserOps.Domain.Events;
using UserOps.Domain.Messages;
using UserOps.Domain.Users;
using UserOps.Tests.Messages.Templates;

namespace UserOps.Tests.Messages.Sending;

public sealed class SendMessageTests
{
    [Fact]
    public async Task A_message_goes_out_once_counts_once_and_is_in_the_ledger()
    {
        var world = await SendingWorld.StartAsync();

        Assert.Equal(new SendResult.Done(MessageState.Accepted, "email", null), await world.RunAsync());
        Assert.Equal(new SendResult.Done(MessageState.Accepted, "email", null), await world.RunAsync());

        var (operation, message) = Assert.Single(world.Email.Accepted);
        Assert.Equal("ada@example.com", message.To);
        Assert.Contains("Hello Ada", message.Html, StringComparison.Ordinal);
        var entry = (await world.EntryAsync())!;
        Assert.Equal((operation, MessageState.Accepted, world.Now, world.Now, 0.025m), (entry.OperationId, entry.State, entry.At, entry.ClaimedAt!.Value, entry.CostMinor));
        Assert.Equal((1, "en", World.Keys.OfAddress("email", "Ada@Example.com ")), (entry.TemplateVersion, entry.Language, entry.AddressHash));
        Assert.Equal(1, await world.CountedAsync());
    }

    [Fact]
    public async Task Another_occurrence_of_the_step_is_another_message()
    {
        var world = await SendingWorld.StartAsync();

        await world.RunAsync(world.Request(occurrence: 1));
        await world.RunAsync(world.Request(occurrence: 4));

        Assert.Equal(2, world.Email.Accepted.DistinctBy(known => known.Operation).Count());
    }

    [Fact]
    public async Task Reports_find_the_message_before_the_provider_is_called()
    {
        var world = await SendingWorld.StartAsync();
        var index = world.Services.GetRequiredService<SentIndex>();
        SentMessage? found = null;
        world.Email.Before = async () => found = await index.FindAsync("email", (await world.EntryAsync())!.OperationId.ToString("D").ToUpperInvariant(), default);

        await world.RunAsync();

        Assert.Equal(new SentMessage(world.UserKey, "m~run1~hello~000001"), found);
        Assert.Null(await index.FindAsync("sms", (await world.EntryAsync())!.OperationId.ToString(), default));
    }

    [Fact]
    public async Task A_refusal_of_the_gate_is_written_down_and_calls_nobody()
    {
        var world = await SendingWorld.StartAsync();
        var denied = new ConsentEntry("email", "marketing", ConsentVoice.Person, ConsentState.Denied, new Stamp(world.Now, "x"), "test");
        await world.SaveAsync(await world.ProfileAsync() with { Consents = new([denied]) });

        Assert.Equal(new SendResult.Done(MessageState.Skipped, null, "unsubscribed"), await world.RunAsync());

        Assert.Equal(("unsubscribed", 0, 0), ((await world.EntryAsync())!.Reason, world.Email.Calls, await world.CountedAsync()));
    }

    [Fact]
    public async Task A_suppressed_address_gets_nothing_whatever_the_purpose()
    {
        var world = await SendingWorld.StartAsync();
        await world.Services.GetRequiredService<Suppressions>().AddAsync(new(World.Keys.OfAddress("email", "ada@example.com"), SuppressionCause.HardBounce, world.Now), default);

        Assert.Equal(new SendResult.Done(MessageState.Skipped, null, "suppressed"), await world.RunAsync(world.Request("receipt", "transactional")));
    }

    [Fact]
    public async Task Who_is_held_out_gets_nothing_and_who_has_no_address_neither()
    {
        var world = await SendingWorld.StartAsync();
        var request = world.Request();

        Assert.Equal("hold-out", Assert.IsType<SendResult.Done>(await world.RunAsync(request with { Run = request.Run with { HoldOut = true } })).Reason);
        await world.SaveAsync(await world.ProfileAsync() with { Links = [] });
        Assert.Equal("no-address", Assert.IsType<SendResult.Done>(await world.RunAsync(world.Request(run: "run2"))).Reason);
        Assert.Equal("no-profile", Assert.IsType<SendResult.Done>(await world.RunAsync(request with { UserKey = "u~nobody" })).Reason);
    }

    [Fact]
    public async Task Quiet_hours_put_it_off_and_a_deadline_before_their_end_skips_it()
    {
        var quiet = new QuietHours(new(11, 0), new(14, 0));
        var rules = SendingWorld.Open.Messaging;
        var world = await SendingWorld.StartAsync(SendingWorld.Open with { Messaging = rules with { Spread = TimeSpan.Zero, Channels = new Dictionary<string, ChannelRules> { ["email"] = new() { Quiet = quiet } } } });

        Assert.Equal(new SendResult.Later(world.Now.AddHours(2), "quiet-hours"), await world.RunAsync());
        Assert.Null(await world.EntryAsync());
        Assert.Equal("too-late", Assert.IsType<SendResult.Done>(await world.RunAsync(world.Request(run: "run2") with { Deadline = world.Now.AddHours(1) })).Reason);
        Assert.Equal(MessageState.Accepted, (await world.UntilDoneAsync(world.Request())).State);
    }

    [Fact]
    public async Task A_cap_counts_what_went_out_and_nothing_transactional()
    {
        var rules = SendingWorld.Open.Messaging with { Cap = new(Day: 2), Spread = TimeSpan.Zero };
        var world = await SendingWorld.StartAsync(SendingWorld.Open with { Messaging = rules });

        await world.RunAsync(world.Request("receipt", "transactional", "a"));
        await world.RunAsync(world.Request(run: "b"));
        await world.RunAsync(world.Request(run: "c"));

        Assert.Equal(new SendResult.Later(new(2026, 1, 6, 0, 0, 0, TimeSpan.Zero), "capped"), await world.RunAsync(world.Request(run: "d")));
        Assert.Equal(MessageState.Accepted, Assert.IsType<SendResult.Done>(await world.RunAsync(world.Request("receipt", "transactional", "e"))).State);
        Assert.Equal(2, await world.CountedAsync());
    }

    [Theory]
    [InlineData("{}", "news", "marketing", "template:missing:trait.firstName")]
    [InlineData("""{"firstName":"Ada"}""", "nothing", "marketing", "template:not-found")]
    [InlineData("""{"firstName":"Ada"}""", "receipt", "marketing", "template:purpose")]
    public async Task A_message_that_cannot_be_made_is_skipped_and_says_why(string traits, string template, string purpose, string reason)
    {
        var world = await SendingWorld.StartAsync(traits: traits);

        Assert.Equal(new SendResult.Done(MessageState.Skipped, "email", reason), await world.RunAsync(world.Request(template, purpose)));
        Assert.Equal(0, world.Email.Calls);
    }

    [Fact]
    public async Task Without_a_public_address_nothing_goes_out_that_must_be_unsubscribed_from()
    {
        var world = await SendingWorld.StartAsync(SendingWorld.Open with { Sending = new() });

        Assert.Equal("no-public-url", Assert.IsType<SendResult.Done>(await world.RunAsync()).Reason);
        Assert.Equal(MessageState.Accepted, Assert.IsType<SendResult.Done>(await world.RunAsync(world.Request("receipt", "transactional", "b"))).State);
    }

    [Fact]
    public async Task The_latest_claimed_address_is_written_to()
    {
        var world = await SendingWorld.StartAsync();
        var profile = await world.ProfileAsync();
        await world.SaveAsync(profile with { Links = [.. profile.Links, new(Identifier.OfEmail("aaa@example.com"), new(world.Now.AddDays(1), "x"))] });

        await world.RunAsync();

        Assert.Equal("aaa@example.com", Assert.Single(world.Email.Accepted).Message.To);
    }

    [Fact]
    public async Task What_started_the_run_and_its_variables_are_offered_to_the_template()
    {
        var world = await SendingWorld.StartAsync();
        await world.PublishAsync("cart", Written.Email("<p>{{event.properties.item}} {{run.variables.code}}</p>"));
        var said = IncomingEvent.Of(Said.Track("cart", Said.User("42"), name: "Cart Left") with { Properties = Written.Json("""{"item":"Tea"}""") });
        var key = UserRow.Event(said.Event.OccurredAt, said.Id);
        await world.Store.CommitAsync(
            world.UserKey,
            [new Change.Insert(Documents.WriteBytes(said.Json.Span, "event", 1)) { Key = key }],
            default);
        var request = world.Request("cart", "transactional");
        var variables = Written.Json("""{"code":"SAVE5"}""");

        await world.RunAsync(request with { Run = request.Run with { EventRow = key.Value, Variables = variables } });

        Assert.Equal("<p>Tea SAVE5</p>", Assert.Single(world.Email.Accepted).Message.Html);
    }
}
