namespace UserOps.Application.Settings;

/// <summary>How messages go out; when they may is in the rules of messaging.</summary>
public sealed record SendingSettings
{
    /// <summary>Where links in messages lead, ending with a slash; https, or http to this machine alone. Null: there are no links.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>Links in HTML lead through here, so that clicks are known. Never in transactional messages.</summary>
    public bool TrackClicks { get; init; } = true;

    /// <summary>An invisible picture tells that a message was shown. Never in transactional messages.</summary>
    public bool TrackOpens { get; init; }

    /// <summary>Channels that go out through a webhook, by name.</summary>
    public IReadOnlyDictionary<string, GatewaySettings> Gateways { get; init; } = new Dictionary<string, GatewaySettings>();
}
