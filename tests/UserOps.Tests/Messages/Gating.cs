using UserOps.Domain.Messages;

namespace UserOps.Tests.Messages;

/// <summary>Requests, facts and rules for tests of the gate: one person who can be reached by e-mail and text message, at noon.</summary>
internal static class Gating
{
    public static readonly DateTimeOffset Noon = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);

    public static readonly GateRequest Request = new() { RunId = "run-1", Channels = ["email", "sms"], Purpose = "marketing" };

    public static readonly GateFacts Facts = new()
    {
        Zone = NodaTime.DateTimeZone.Utc,
        Channels = new Dictionary<string, ChannelFacts> { ["email"] = new("hash-of-mail"), ["sms"] = new("hash-of-phone") },
    };

    public static readonly MessagingRules Rules = new()
    {
        Channels = new Dictionary<string, ChannelRules> { ["email"] = new() { CostMinor = 0.1m }, ["sms"] = new() { CostMinor = 7 } },
        Consent = new Dictionary<string, ConsentDefault> { ["marketing"] = ConsentDefault.OptOut },
    };

    public static MessagingRules With(this MessagingRules rules, string channel, Func<ChannelRules, ChannelRules> change) =>
        rules with { Channels = rules.Channels.ToDictionary(pair => pair.Key, pair => pair.Key == channel ? change(pair.Value) : pair.Value) };

    public static GateFacts With(this GateFacts facts, string channel, ChannelFacts known) =>
        facts with { Channels = new Dictionary<string, ChannelFacts>(facts.Channels) { [channel] = known } };
}
