using System.Text.Json;
using UserOps.Domain;
using UserOps.Domain.Messages;
using UserOps.Domain.Users;
using static UserOps.Tests.Messages.Gating;

namespace UserOps.Tests.Messages;

public sealed class MessageGateTests
{
    private static readonly GateRequest ByMail = Request with { Channels = ["email"] };
    private static readonly MessagingRules Nightly = Rules.With("email", rule => rule with { Quiet = Zones.Window("21:00-09:00") });
    private static readonly int Today = Days.Of(Noon, NodaTime.DateTimeZone.Utc);

    [Fact]
    public void Nothing_against_it_is_now_by_the_first_channel()
    {
        var now = Assert.IsType<GateDecision.Now>(Decide(Request));

        Assert.Equal("email", now.Channel);
        Assert.Equal([new("sms", GateReason.LaterInOrder)], now.PassedOver);
    }

    [Fact]
    public void Every_reason_to_skip_has_a_code_that_never_changes()
    {
        AssertSkipped("hold-out", Decide(Request with { HeldOut = true }));
        AssertSkipped("too-late", Decide(Request with { Deadline = Noon.AddTicks(-1) }));
        AssertSkipped("no-channel", Decide(Request with { Channels = [] }));
        AssertSkipped("no-channel", Decide(Request with { Channels = ["pigeon"] }));
        AssertSkipped("no-address", Decide(ByMail, Facts.With("email", ChannelFacts.Unknown)));
        AssertSkipped("not-consented", Decide(ByMail with { Purpose = "surveys" }));
        AssertSkipped("unsubscribed", Decide(ByMail, Facts with { Consents = Consenting.Of([Consenting.Refuse("email", "marketing", 1)]) }));
        AssertSkipped("suppressed", Decide(ByMail, Facts with { Suppressed = [new("hash-of-mail", SuppressionCause.HardBounce, Noon)] }));
        AssertSkipped("capped", Decide(ByMail with { Deadline = Noon.AddHours(11) }, Sent("email", 2), Rules with { Cap = new(Day: 2) }));
        Assert.Equal(("dearer", "later-in-order"), (GateReason.Dearer.Code(), GateReason.LaterInOrder.Code()));
    }

    [Fact]
    public void Who_is_written_to_only_when_granted_is_written_to_once_granted()
    {
        var asked = Rules with { Consent = new Dictionary<string, ConsentDefault>() };

        AssertSkipped("not-consented", Decide(ByMail, rules: asked));
        Assert.IsType<GateDecision.Now>(Decide(ByMail, Facts with { Consents = Consenting.Of([Consenting.Grant("email", "marketing", 1)]) }, asked));
        Assert.IsType<GateDecision.Now>(Decide(ByMail with { Purpose = "transactional" }, rules: asked));
    }

    [Fact]
    public void An_unsubscribe_of_one_channel_leaves_the_others()
    {
        var now = Assert.IsType<GateDecision.Now>(Decide(Request, Facts with { Consents = Consenting.Of([Consenting.Refuse("email", "all", 1)]) }));

        Assert.Equal("sms", now.Channel);
        Assert.Equal([new("email", GateReason.Unsubscribed)], now.PassedOver);
    }

    [Fact]
    public void A_suppressed_address_is_left_alone_and_a_new_one_is_not()
    {
        var bounced = Facts with { Suppressed = [new("hash-of-mail", SuppressionCause.Complaint, Noon)] };

        AssertSkipped("suppressed", Decide(ByMail with { Purpose = "transactional" }, bounced));
        Assert.IsType<GateDecision.Now>(Decide(ByMail, bounced.With("email", new("hash-of-new-mail"))));
    }

    [Fact]
    public void In_quiet_hours_it_waits_for_the_morning_and_not_for_everybody_at_the_same_minute()
    {
        var night = Noon.AddHours(10);
        var morning = Noon.AddHours(21);
        var instants = Enumerable.Range(0, 200)
            .Select(i => Assert.IsType<GateDecision.At>(MessageGate.Decide(ByMail with { RunId = $"run-{i}" }, Facts, Nightly, night)).Instant).ToList();

        Assert.All(instants, at => Assert.InRange(at, morning, morning.AddMinutes(15)));
        Assert.Equal(15, instants.Select(at => (int)(at - morning).TotalMinutes).Distinct().Count());
        Assert.Equal(instants[0], Assert.IsType<GateDecision.At>(MessageGate.Decide(ByMail with { RunId = "run-0" }, Facts, Nightly, night)).Instant);
    }

    [Fact]
    public void Spreading_meets_neither_the_next_quiet_hours_nor_the_deadline()
    {
        var open = Rules.With("email", rule => rule with { Quiet = Zones.Window("12:05-12:00") }) with { Spread = TimeSpan.FromHours(2) };
        foreach (var run in Enumerable.Range(0, 100).Select(i => ByMail with { RunId = $"run-{i}" }))
        {
            Assert.InRange(At(MessageGate.Decide(run, Facts, open, Noon.AddHours(1))), Noon.AddDays(1), Noon.AddDays(1).AddMinutes(5).AddTicks(-1));
            var last = run with { Deadline = Noon.AddHours(21).AddSeconds(3) };
            Assert.InRange(At(MessageGate.Decide(last, Facts, Nightly, Noon.AddHours(10))), Noon.AddHours(21), last.Deadline.Value);
        }
    }

    [Fact]
    public void The_night_that_outlasts_the_deadline_is_too_late_but_another_channel_may_make_it()
    {
        var urgent = Request with { Deadline = Noon.AddHours(12) };
        var now = Assert.IsType<GateDecision.Now>(MessageGate.Decide(urgent, Facts, Nightly, Noon.AddHours(10)));

        Assert.Equal("sms", now.Channel);
        Assert.Equal([new("email", GateReason.TooLate)], now.PassedOver);
        AssertSkipped("too-late", MessageGate.Decide(urgent with { Channels = ["email"] }, Facts, Nightly, Noon.AddHours(10)));
    }

    [Fact]
    public void The_night_is_the_persons_own_if_they_named_their_zone()
    {
        var profile = new Profile { Key = "u~x", FirstSeen = Noon, LastSeen = Noon };
        Profile In(object zone) => profile with { Traits = [new("timezone", JsonSerializer.SerializeToElement(zone), new(Noon, "e"))] };
        var workspace = Zones.Of("Europe/Berlin");

        Assert.Equal("Asia/Shanghai", PersonZone.Of(In("Asia/Shanghai"), workspace).Id);
        Assert.All([profile, In("Mars/Olympus"), In(8), In("")], p => Assert.Equal(workspace, PersonZone.Of(p, workspace)));
        var facts = GateFacts.Of(In("Asia/Shanghai"), Facts.Channels, [], workspace);
        Assert.IsType<GateDecision.Now>(MessageGate.Decide(ByMail, facts, Nightly, Noon.AddMinutes(59)));
        Assert.IsType<GateDecision.At>(MessageGate.Decide(ByMail, facts, Nightly, Noon.AddMinutes(60)));
    }

    [Fact]
    public void A_full_day_waits_for_tomorrow_and_a_full_week_until_its_first_day_has_left()
    {
        var sent = Facts with { Sent = SentRing.Empty.With("email", Today - 6).With("email", Today - 2).With("sms", Today) };

        Assert.InRange(At(Decide(ByMail, sent, Rules with { Cap = new(Day: 1) })), Noon.AddHours(12), Noon.AddHours(12.25));
        Assert.InRange(At(Decide(ByMail, sent, Rules with { Cap = new(Week: 3) })), Noon.AddHours(12), Noon.AddHours(12.25));
        Assert.InRange(At(Decide(ByMail, sent, Rules with { Cap = new(Week: 2) })), Noon.AddHours(12).AddDays(4), Noon.AddHours(12.25).AddDays(4));
        Assert.IsType<GateDecision.Now>(Decide(ByMail, sent, Rules.With("email", rule => rule with { Cap = new(Day: 1, Week: 3) })));
        AssertSkipped("capped", Decide(ByMail, sent, Rules with { Cap = new(Day: 0) }));
    }

    [Fact]
    public void What_a_contract_asks_for_is_counted_for_no_cap_and_stopped_by_none()
    {
        var receipt = ByMail with { Purpose = "transactional" };

        Assert.IsType<GateDecision.Now>(Decide(receipt, Sent("email", 5), Rules with { Cap = new(Day: 1) }));
        Assert.Same(Facts.Sent, MessageGate.Count(receipt, "email", Facts, Noon));
        Assert.Equal([new SentDay(Today, "email", 1)], MessageGate.Count(ByMail, "email", Facts, Noon).Sent);
    }

    [Fact]
    public void A_cap_that_frees_within_quiet_hours_waits_for_their_end_too() =>
        Assert.InRange(At(Decide(ByMail, Sent("email", 1), Nightly with { Cap = new(Day: 1) })), Noon.AddHours(21), Noon.AddHours(21.25));

    [Fact]
    public void The_ring_stays_small_and_keeps_what_a_week_needs()
    {
        var ring = SentRing.Empty;
        for (var i = 0; i < 5_000; i++)
        {
            ring = ring.With($"channel-{i % MessagingRules.MaxChannels}", i / 50);
        }

        Assert.InRange(ring.Sent.Count, 1, SentRing.MaxEntries);
        Assert.Equal((false, true), (ring.HasRoom(new(Week: 350), null, 99), ring.HasRoom(new(Week: 351), null, 99)));
    }

    private static GateFacts Sent(string channel, int times) =>
        Facts with { Sent = Enumerable.Repeat(0, times).Aggregate(SentRing.Empty, (ring, _) => ring.With(channel, Today)) };

    private static GateDecision Decide(GateRequest request, GateFacts? facts = null, MessagingRules? rules = null) => MessageGate.Decide(request, facts ?? Facts, rules ?? Rules, Noon);

    private static DateTimeOffset At(GateDecision decision) => Assert.IsType<GateDecision.At>(decision).Instant;

    private static void AssertSkipped(string code, GateDecision decision) => Assert.Equal(code, Assert.IsType<GateDecision.Skip>(decision).Reason.Code());
}
