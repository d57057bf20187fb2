using UserOps.Application.Http;
using UserOps.Domain.Messages;

namespace UserOps.Application.Settings;

/// <summary>Everything an operator sets, checked and ready to use. The README lists every key.</summary>
public sealed record UserOpsSettings
{
    public WorkspaceSettings Workspace { get; init; } = new();

    public ScoringSettings Scoring { get; init; } = new();

    /// <summary>By the name that stands in <c>/api/webhooks/{source}</c>.</summary>
    public IReadOnlyDictionary<string, SourceSettings> Sources { get; init; } = new Dictionary<string, SourceSettings>();

    /// <summary>By name; the name, not the key, is what events are stored with.</summary>
    public IReadOnlyDictionary<string, WriteKeySettings> WriteKeys { get; init; } = new Dictionary<string, WriteKeySettings>();

    /// <summary>By the name that a journey calls them by.</summary>
    public IReadOnlyDictionary<string, WebhookSettings> Webhooks { get; init; } = new Dictionary<string, WebhookSettings>();

    /// <summary>Of operators and applications, by their hashes.</summary>
    public IReadOnlyList<ApiKey> ApiKeys { get; init; } = [];

    /// <summary>When and by which channel people are written to.</summary>
    public MessagingRules Messaging { get; init; } = MessagingSettingsReader.Defaults;

    /// <summary>How messages go out.</summary>
    public SendingSettings Sending { get; init; } = new();

    public JourneySettings Journeys { get; init; } = JourneySettings.Default;

    public LimitSettings Limits { get; init; } = new();
}
