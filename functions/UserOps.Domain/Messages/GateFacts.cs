using NodaTime;
using UserOps.Domain.Users;

namespace UserOps.Domain.Messages;

/// <summary>What the gate has to know of the person.</summary>
public sealed record GateFacts
{
    public required DateTimeZone Zone { get; init; }

    public Consents Consents { get; init; } = Consents.None;

    public SentRing Sent { get; init; } = SentRing.Empty;

    /// <summary>By channel; one that is missing has no address.</summary>
    public IReadOnlyDictionary<string, ChannelFacts> Channels { get; init; } = new Dictionary<string, ChannelFacts>();

    /// <summary>Those of the person's addresses that are suppressed; others do no harm.</summary>
    public IReadOnlyList<Suppressed> Suppressed { get; init; } = [];

    /// <param name="workspace">Zone of those who have none of their own.</param>
    public static GateFacts Of(Profile profile, IReadOnlyDictionary<string, ChannelFacts> channels, IReadOnlyList<Suppressed> suppressed, DateTimeZone workspace) => new()
    {
        Zone = PersonZone.Of(profile, workspace),
        Consents = profile.Consents ?? Consents.None,
        Sent = profile.Sent ?? SentRing.Empty,
        Channels = channels,
        Suppressed = suppressed,
    };

    public ChannelFacts On(string channel) => Channels.GetValueOrDefault(channel, ChannelFacts.Unknown);
}
