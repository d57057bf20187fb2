using FsCheck;
using FsCheck.Fluent;
using UserOps.Domain;
using UserOps.Domain.Messages;

namespace UserOps.Tests.Messages;

/// <summary>Whatever is asked of the gate, by whomever, at any time.</summary>
public sealed class GateProperties
{
    private static readonly string[] Names = ["email", "sms", "push", "pigeon"];

    [Fact]
    public void Now_breaks_no_rule() => Holds(x => x.Decision is not GateDecision.Now now || x.MayGo(now.Channel, x.At));

    [Fact]
    public void At_is_later_in_time_and_then_it_is_now() => Holds(x =>
        x.Decision is not GateDecision.At at
        || (at.Instant > x.At && x.MayGo(at.Channel, at.Instant) && MessageGate.Decide(x.Request, x.Facts, x.Rules, at.Instant) is GateDecision.Now now && now.Channel == at.Channel));

    /// <summary>All rules change at whole quarters of an hour here, so that looking then is looking always.</summary>
    [Fact]
    public void Skip_is_said_only_where_no_channel_is_open_in_time_and_At_only_where_now_is_not() => Holds(x =>
    {
        var quarter = x.At.AddTicks(-(x.At.UtcTicks % TimeSpan.FromMinutes(15).Ticks));
        var moments = Enumerable.Range(1, 10 * 96).Select(i => quarter.AddMinutes(15 * i)).Prepend(x.At);
        return x.Decision switch
        {
            GateDecision.Skip { Reason: GateReason.HoldOut } => x.Request.HeldOut,
            GateDecision.Skip => Names.All(channel => !moments.Any(at => x.MayGo(channel, at))),
            GateDecision.At at => !x.MayGo(at.Channel, x.At) && !moments.TakeWhile(moment => moment < at.Instant - x.Rules.Spread).Any(moment => x.MayGo(at.Channel, moment)),
            _ => true,
        };
    });

    [Fact]
    public void Every_channel_asked_for_is_taken_or_passed_over_with_a_reason_once() => Holds(x =>
    {
        var taken = x.Decision switch { GateDecision.Now now => now.Channel, GateDecision.At at => at.Channel, _ => null };
        return x.Request.HeldOut || x.Request.Deadline < x.At
            || x.Decision.PassedOver.Select(over => over.Channel).Concat(taken is null ? [] : [taken]).Order().SequenceEqual(x.Request.Channels.Distinct().Order());
    });

    private static void Holds(Func<Case, bool> property) => Prop.ForAll(Cases().ToArbitrary(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    private static Gen<Case> Cases() =>
        from zone in Zones.Some
        from at in Zones.MinuteIn(zone)
        from consents in Consenting.Histories()
        from channels in Gen.ListOf(Gen.Elements(Names))
        from purpose in Gen.Elements("marketing", "reviews", "transactional")
        from hours in Gen.OneOf(Gen.Constant((int?)null), Gen.Choose(-2, 240).Select(h => (int?)h))
        from heldOut in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
        from cheapest in Gen.Elements(true, false)
        from sent in Gen.ListOf(from channel in Gen.Elements(Names) from back in Gen.Choose(-1, 9) select (channel, back))
        from addresses in Gen.SubListOf(Names)
        from suppressed in Gen.SubListOf(Names.Take(2))
        from known in Gen.SubListOf(Names.Take(3))
        from windows in Gen.ArrayOf(Gen.OneOf(Gen.Constant((string?)null), Gen.Elements(Zones.Windows).Select(w => (string?)w)), 3)
        from caps in Gen.ArrayOf(Gen.Choose(0, 6), 6)
        from optOut in Gen.Elements(true, false)
        select new Case(
            new() { RunId = $"{at.Ticks}", Channels = [.. channels], Cheapest = cheapest, Purpose = purpose, Deadline = hours is { } h ? at.AddHours(h) : null, HeldOut = heldOut },
            new()
            {
                Zone = zone,
                Consents = Consenting.Of(consents),
                Sent = sent.Aggregate(SentRing.Empty, (ring, one) => ring.With(one.channel, Days.Of(at, zone) - one.back)),
                Channels = addresses.ToDictionary(name => name, name => new ChannelFacts("hash-of-" + name, name.Length, name.Length / 2)),
                Suppressed = [.. suppressed.Select(name => new Suppressed("hash-of-" + name, SuppressionCause.HardBounce, at))],
            },
            new()
            {
                Channels = known.Select((name, i) => (name, i)).ToDictionary(one => one.name, one => new ChannelRules
                {
                    CostMinor = one.i,
                    Quiet = windows[one.i] is { } window ? Zones.Window(window) : null,
                    Cap = new(Day: Limit(caps[one.i]), Week: Limit(caps[one.i] * 2)),
                }),
                Cap = new(Day: Limit(caps[3]), Week: Limit(caps[4] * 2)),
                Consent = new Dictionary<string, ConsentDefault> { ["marketing"] = optOut ? ConsentDefault.OptOut : ConsentDefault.OptIn },
            },
            known.Select((name, i) => (name, i)).ToDictionary(one => one.name, one => windows[one.i])!,
            at);

    private static int? Limit(int chosen) => chosen == 0 ? null : chosen;

    private sealed record Case(GateRequest Request, GateFacts Facts, MessagingRules Rules, Dictionary<string, string?> Windows, DateTimeOffset At)
    {
        public GateDecision Decision => MessageGate.Decide(Request, Facts, Rules, At);

        /// <summary>All rules once more, as one would say them.</summary>
        public bool MayGo(string channel, DateTimeOffset at)
        {
            if (Request.HeldOut || at > Request.Deadline || !Request.Channels.Contains(channel) || !Rules.Channels.TryGetValue(channel, out var rule)
                || !Facts.Channels.TryGetValue(channel, out var known) || Facts.Suppressed.Any(one => one.AddressHash == known.AddressHash))
            {
                return false;
            }

            var consent = Facts.Consents.Of(channel, Request.Purpose);
            var agreed = consent == ConsentState.Granted
                || (consent == ConsentState.Unsaid && (Request.Purpose == "transactional" || Rules.Consent.GetValueOrDefault(Request.Purpose) == ConsentDefault.OptOut));
            var day = Days.Of(at, Facts.Zone);
            int Since(int first, bool all) => Facts.Sent.Sent.Where(sent => sent.Day >= first && (all || sent.Channel == channel)).Sum(sent => sent.Count);
            var room = Request.Purpose == "transactional"
                || (Since(day, false) < (rule.Cap.Day ?? 999) && Since(day - 6, false) < (rule.Cap.Week ?? 999)
                    && Since(day, true) < (Rules.Cap.Day ?? 999) && Since(day - 6, true) < (Rules.Cap.Week ?? 999));
            return agreed && room && (Windows[channel] is not { } window || !Zones.IsQuiet(window, at, Facts.Zone));
        }
    }
}
