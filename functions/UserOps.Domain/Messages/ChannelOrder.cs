namespace UserOps.Domain.Messages;

/// <summary>
/// In which order channels are tried: as asked for, or the lowest expected cost of a response first. That is cost ÷ p, with p = (responses + 1) ÷ (sent + 2), Laplace's rule
/// of succession: a channel not tried yet counts as answered every other time, and each message without an answer makes it dearer. So a free channel always comes
/// first; of equals the more answered one does, then the one named first.
/// </summary>
public static class ChannelOrder
{
    public static IReadOnlyList<string> Of(GateRequest request, GateFacts facts, MessagingRules rules)
    {
        var asked = request.Channels.Distinct(StringComparer.Ordinal).ToList();
        return request.Cheapest
            ? [.. asked.OrderBy(channel => CostOfResponse(channel, facts, rules)).ThenByDescending(channel => Rate(facts.On(channel)) is var (hits, tries) ? hits / tries : 0)]
            : asked;
    }

    /// <summary>In minor units; a channel that does not exist is beyond all others.</summary>
    public static decimal CostOfResponse(string channel, GateFacts facts, MessagingRules rules)
    {
        var (hits, tries) = Rate(facts.On(channel));
        return rules.Channels.TryGetValue(channel, out var rule) ? rule.CostMinor * tries / hits : decimal.MaxValue;
    }

    private static (decimal Hits, decimal Tries) Rate(ChannelFacts facts)
    {
        var sent = Math.Max(0, facts.Sent);
        return (Math.Clamp(facts.Responses, 0, sent) + 1m, sent + 2m);
    }
}
