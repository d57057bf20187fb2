namespace UserOps.Domain.Messages;

/// <summary>
/// The one gate that every message passes. The first channel of the order that reaches the person in time is taken; quiet hours and caps put a message off and change the channel only
/// where it would come too late. Quiet hours, consent and suppression hold for every purpose, caps for all but <c>transactional</c>.
/// </summary>
public static class MessageGate
{
    public static GateDecision Decide(GateRequest request, GateFacts facts, MessagingRules rules, DateTimeOffset now)
    {
        if (request.HeldOut)
        {
            return new GateDecision.Skip(GateReason.HoldOut);
        }

        if (request.Deadline < now)
        {
            return new GateDecision.Skip(GateReason.TooLate);
        }

        GateDecision? taken = null;
        var passed = new List<PassedOver>();
        foreach (var channel in ChannelOrder.Of(request, facts, rules))
        {
            var refusal = Reach.Refusal(channel, request.Purpose, facts, rules);
            var decision = refusal is { } reason ? new GateDecision.Skip(reason) : Time(channel, request, facts, rules, now);
            if (decision is GateDecision.Skip skip)
            {
                passed.Add(new(channel, skip.Reason));
            }
            else if (taken is null)
            {
                taken = decision;
            }
            else
            {
                passed.Add(new(channel, request.Cheapest ? GateReason.Dearer : GateReason.LaterInOrder));
            }
        }

        taken ??= new GateDecision.Skip(passed.Count > 0 ? passed.Min(over => over.Reason) : GateReason.NoChannel);
        return taken with { PassedOver = passed };
    }

    /// <summary>The counters after a message went out, to be committed with it.</summary>
    public static SentRing Count(GateRequest request, string channel, GateFacts facts, DateTimeOffset now) =>
        request.CountsForCaps ? facts.Sent.With(channel, Days.Of(now, facts.Zone)) : facts.Sent;

    private static GateDecision Time(string channel, GateRequest request, GateFacts facts, MessagingRules rules, DateTimeOffset now)
    {
        var opening = new Opening(rules.Channels[channel], channel, request, facts, rules);
        if (opening.First(now) is not var (at, because) || at > request.Deadline)
        {
            var capped = opening.First(now, mindQuiet: false) is not { } free || free.At > request.Deadline;
            return new GateDecision.Skip(capped ? GateReason.Capped : GateReason.TooLate);
        }

        return because is { } delay ? new GateDecision.At(opening.Spread(at), channel, delay) : new GateDecision.Now(channel);
    }
}
