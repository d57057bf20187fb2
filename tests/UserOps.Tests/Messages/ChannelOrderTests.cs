using UserOps.Domain.Messages;
using static UserOps.Tests.Messages.Gating;

namespace UserOps.Tests.Messages;

public sealed class ChannelOrderTests
{
    private static readonly GateRequest Cheapest = Request with { Cheapest = true, Channels = ["sms", "email"] };

    [Fact]
    public void With_nothing_known_the_cheaper_message_is_taken_and_the_decision_says_why_not_the_other()
    {
        var now = Assert.IsType<GateDecision.Now>(MessageGate.Decide(Cheapest, Facts, Rules, Noon));

        Assert.Equal("email", now.Channel);
        Assert.Equal([new("sms", GateReason.Dearer)], now.PassedOver);
    }

    [Fact]
    public void The_cost_of_a_response_is_cost_over_rate_by_the_rule_of_succession()
    {
        var facts = Facts.With("email", new("m", Sent: 18, Responses: 0)).With("sms", new("p", Sent: 8, Responses: 4));

        Assert.Equal(0.1m * 20, ChannelOrder.CostOfResponse("email", facts, Rules));
        Assert.Equal(14m, ChannelOrder.CostOfResponse("sms", facts, Rules));
    }

    [Fact]
    public void Enough_mails_without_an_answer_make_the_text_message_cheaper()
    {
        // 7 ÷ (9/10) = 7.77…; mail: 0.1 × (n + 2), so that it changes between 75 and 76 mails.
        var answered = Facts.With("sms", new("p", Sent: 8, Responses: 8));

        Assert.Equal(["email", "sms"], ChannelOrder.Of(Cheapest, answered.With("email", new("m", Sent: 75)), Rules));
        Assert.Equal(["sms", "email"], ChannelOrder.Of(Cheapest, answered.With("email", new("m", Sent: 76)), Rules));
    }

    [Fact]
    public void Of_channels_that_cost_the_same_the_more_answered_and_then_the_first_named_is_taken()
    {
        var free = Rules.With("email", rule => rule with { CostMinor = 0 }).With("sms", rule => rule with { CostMinor = 0 });

        Assert.Equal(["sms", "email"], ChannelOrder.Of(Cheapest, Facts, free));
        Assert.Equal(["email", "sms"], ChannelOrder.Of(Cheapest, Facts.With("sms", new("p", Sent: 3)), free));
    }

    [Fact]
    public void Counts_that_make_no_sense_do_no_harm()
    {
        var facts = Facts.With("email", new("m", Sent: 1, Responses: 9)).With("sms", new("p", Sent: -4, Responses: -1));

        Assert.Equal(0.1m * 3 / 2, ChannelOrder.CostOfResponse("email", facts, Rules));
        Assert.Equal(14m, ChannelOrder.CostOfResponse("sms", facts, Rules));
    }

    [Fact]
    public void The_cheapest_that_does_not_reach_gives_way_to_the_next()
    {
        var now = Assert.IsType<GateDecision.Now>(MessageGate.Decide(
            Cheapest with { Channels = ["pigeon", "sms", "email", "sms"] }, Facts.With("email", ChannelFacts.Unknown), Rules, Noon));

        Assert.Equal("sms", now.Channel);
        Assert.Equal([new("email", GateReason.NoAddress), new("pigeon", GateReason.NoChannel)], now.PassedOver);
    }
}
