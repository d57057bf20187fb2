namespace UserOps.Domain.Messages;

/// <summary>When and by which channel the workspace writes to people.</summary>
public sealed record MessagingRules
{
    public const int MaxChannels = 16;

    /// <summary>By name; a channel that is not here can't be used. At most <see cref="MaxChannels"/>.</summary>
    public IReadOnlyDictionary<string, ChannelRules> Channels { get; init; } = new Dictionary<string, ChannelRules>();

    /// <summary>Over all channels together.</summary>
    public Cap Cap { get; init; } = Cap.None;

    /// <summary>By purpose.</summary>
    public IReadOnlyDictionary<string, ConsentDefault> Consent { get; init; } = new Dictionary<string, ConsentDefault>();

    /// <summary>Messages that wait for the same minute of the wall clock are spread over so much time after it, by their run.</summary>
    public TimeSpan Spread { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Unless set: a contract is carried out until the person objects, anything else is asked for first.</summary>
    public ConsentDefault DefaultFor(string purpose) =>
        Consent.TryGetValue(purpose, out var set) ? set
        : purpose == MessageNames.Transactional ? ConsentDefault.OptOut
        : ConsentDefault.OptIn;

    /// <summary>Whether what a person said, or the default where nothing was said, permits messages.</summary>
    public bool Allows(Consents consents, string channel, string purpose) => consents.Of(channel, purpose) switch
    {
        ConsentState.Granted => true,
        ConsentState.Denied => false,
        _ => DefaultFor(purpose) == ConsentDefault.OptOut,
    };
}
