using UserOps.Application.Messages;
using UserOps.Application.Messages.Sending;
using UserOps.Domain.Messages;

namespace UserOps.Tests.Messages.Sending;

public sealed class ProviderOutcomeTests
{
    [Fact]
    public async Task A_refused_message_counts_for_no_cap()
    {
        var world = await SendingWorld.StartAsync();
        world.Email.Next.Enqueue(new EmailOutcome.Refused("recipient-invalid", Permanent: true));

        Assert.Equal(new SendResult.Done(MessageState.Refused, "email", "recipient-invalid"), await world.RunAsync());

        Assert.Equal((MessageState.Refused, "recipient-invalid", null), ((await world.EntryAsync())!.State, (await world.EntryAsync())!.Reason, (await world.EntryAsync())!.CountedOn));
        Assert.Equal((0, 1), (await world.CountedAsync(), world.Email.Calls));
        Assert.Equal(MessageState.Refused, Assert.IsType<SendResult.Done>(await world.RunAsync()).State);
    }

    [Fact]
    public async Task A_provider_that_asks_for_a_pause_stops_the_channel_and_takes_the_claim_back()
    {
        var world = await SendingWorld.StartAsync();
        world.Email.Next.Enqueue(new EmailOutcome.Throttled(TimeSpan.FromMinutes(7)));

        Assert.Equal(new SendResult.Later(world.Now.AddMinutes(7), "pace"), await world.RunAsync());
        Assert.Equal((null, 0), (await world.EntryAsync(), await world.CountedAsync()));

        Assert.Equal(new SendResult.Later(world.Now.AddMinutes(7), "pace"), await world.RunAsync(world.Request(run: "other")));
        Assert.Equal(1, world.Email.Calls);

        Assert.Equal(MessageState.Accepted, (await world.UntilDoneAsync(world.Request())).State);
        Assert.Equal(1, await world.CountedAsync());
    }

    [Fact]
    public async Task A_provider_that_is_not_reached_is_tried_for_hours_and_then_given_up()
    {
        var world = await SendingWorld.StartAsync();
        for (var i = 0; i < 20; i++)
        {
            world.Email.Next.Enqueue(new EmailOutcome.Unreached("down"));
        }

        var start = world.Now;
        Assert.Equal(new SendResult.Done(MessageState.Refused, "email", "unreached"), await world.UntilDoneAsync(world.Request()));

        Assert.Equal((8, 0), (world.Email.Calls, await world.CountedAsync()));
        Assert.InRange(world.Now - start, TimeSpan.FromHours(4), TimeSpan.FromHours(12));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_lost_answer_is_asked_for_after_the_lease_and_never_guessed(bool accepted)
    {
        var world = await SendingWorld.StartAsync();
        world.Email.Next.Enqueue(new EmailOutcome.Unknown("timeout"));
        world.Email.AcceptsInSecret = accepted;

        Assert.Equal(new SendResult.Later(world.Now.AddMinutes(5), "provider"), await world.RunAsync());
        Assert.Equal(new SendResult.Later(world.Now.AddMinutes(5), "provider"), await world.RunAsync());
        Assert.Equal(MessageState.Claimed, (await world.EntryAsync())!.State);
        world.Email.AcceptsInSecret = false;
        world.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(new SendResult.Done(MessageState.Accepted, "email", null), await world.RunAsync());
        Assert.Equal((1, 1, accepted ? 1 : 2), (world.Email.Accepted.Count, world.Email.Asked, world.Email.Calls));
        Assert.Equal(1, await world.CountedAsync());
    }

    [Fact]
    public async Task A_provider_may_take_its_time_to_tell_and_one_that_never_will_leaves_it_unknown_for_good()
    {
        var world = await SendingWorld.StartAsync();
        world.Email.Next.Enqueue(new EmailOutcome.Unknown("timeout"));
        world.Email.Standing.Enqueue(new EmailStanding.CannotTell(TimeSpan.FromMinutes(4)));
        world.Email.Standing.Enqueue(new EmailStanding.CannotTell(AskAgainAfter: null));
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(6));

        Assert.Equal(new SendResult.Later(world.Now.AddMinutes(4), "provider"), await world.RunAsync());
        world.Clock.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(new SendResult.Done(MessageState.Unknown, "email", null), await world.RunAsync());
        world.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(new SendResult.Done(MessageState.Unknown, "email", null), await world.RunAsync());

        // It may have been sent, so it counts.
        Assert.Equal((1, 1), (world.Email.Calls, await world.CountedAsync()));
    }

    [Fact]
    public async Task What_the_provider_took_and_did_not_send_on_is_refused()
    {
        var world = await SendingWorld.StartAsync();
        world.Email.Next.Enqueue(new EmailOutcome.Unknown("timeout"));
        world.Email.Standing.Enqueue(new EmailStanding.Refused("suppressed"));
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(6));

        Assert.Equal(new SendResult.Done(MessageState.Refused, "email", "suppressed"), await world.RunAsync());
        Assert.Equal(0, await world.CountedAsync());
    }

    [Fact]
    public async Task Whoever_opted_out_while_nobody_knew_gets_no_second_attempt()
    {
        var world = await SendingWorld.StartAsync();
        world.Email.Next.Enqueue(new EmailOutcome.Unknown("timeout"));
        await world.RunAsync();
        var denied = new ConsentEntry("email", "marketing", ConsentVoice.Person, ConsentState.Denied, new(world.Now, "x"), "test");
        await world.SaveAsync(await world.ProfileAsync() with { Consents = new([denied]) });
        world.Clock.Advance(TimeSpan.FromMinutes(6));

        Assert.Equal(new SendResult.Done(MessageState.Skipped, null, "unsubscribed"), await world.RunAsync());
        Assert.Equal((1, 0), (world.Email.Calls, await world.CountedAsync()));
    }

    [Fact]
    public async Task Somebody_held_up_for_half_the_lease_does_not_call_the_provider()
    {
        var world = await SendingWorld.StartAsync();
        world.Store.After = operation =>
        {
            if (operation.Partition.Value.StartsWith("sent~", StringComparison.Ordinal))
            {
                world.Clock.Advance(TimeSpan.FromMinutes(3));
            }

            return Task.CompletedTask;
        };

        Assert.Equal(new SendResult.Later(world.Now.AddMinutes(5), "provider"), await world.RunAsync());
        Assert.Equal(0, world.Email.Calls);
    }

    [Fact]
    public async Task The_provider_is_asked_from_the_claim_to_the_last_instant_at_which_it_may_have_been_called()
    {
        var world = await SendingWorld.StartAsync();
        world.Email.Next.Enqueue(new EmailOutcome.Unknown("timeout"));
        var claimed = world.Now;
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(6));

        await world.RunAsync();

        // Counted from the claim, a request of a slow worker would be given up while it is still on its way.
        Assert.Equal(new CallWindow(claimed, claimed.AddMinutes(2.5)), world.Email.AskedFor);
    }

    [Fact]
    public async Task What_changes_between_the_gate_and_the_claim_is_seen()
    {
        var world = await SendingWorld.StartAsync();
        var once = 0;
        world.Store.Before = async operation =>
        {
            if (operation.Changes.Count == 2 && operation.Partition.Value == world.UserKey && once++ == 0)
            {
                var denied = new ConsentEntry("email", "marketing", ConsentVoice.Person, ConsentState.Denied, new(world.Now, "x"), "test");
                await world.SaveAsync(await world.ProfileAsync() with { Consents = new([denied]) });
            }
        };

        Assert.Equal(new SendResult.Done(MessageState.Skipped, null, "unsubscribed"), await world.RunAsync());
        Assert.Equal(0, world.Email.Calls);
    }

    [Fact]
    public async Task A_place_in_the_line_after_the_deadline_is_too_late_at_once()
    {
        var rules = SendingWorld.Open.Messaging with { Channels = new Dictionary<string, ChannelRules> { ["email"] = new() { Pace = new(PerHour: 2) } } };
        var world = await SendingWorld.StartAsync(SendingWorld.Open with { Messaging = rules });
        await world.RunAsync(world.Request(run: "a"));
        await world.RunAsync(world.Request(run: "b"));

        Assert.Equal(new SendResult.Done(MessageState.Skipped, "email", "too-late"), await world.RunAsync(world.Request(run: "c") with { Deadline = world.Now.AddMinutes(30) }));
        Assert.Equal(new SendResult.Later(world.Now.AddMinutes(61), "pace"), await world.RunAsync(world.Request(run: "d")));
        Assert.Equal(MessageState.Accepted, (await world.UntilDoneAsync(world.Request(run: "d"))).State);
    }
}
