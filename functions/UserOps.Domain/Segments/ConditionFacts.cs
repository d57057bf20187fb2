using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using UserOps.Domain.Journeys;
using UserOps.Domain.Messages;
using UserOps.Domain.Orders;
using UserOps.Domain.Scoring;
using UserOps.Domain.Scoring.Value;
using UserOps.Domain.Tags;
using UserOps.Domain.Users;

namespace UserOps.Domain.Segments;

/// <summary>What is known of one user at an instant: all that a condition looks at.</summary>
public sealed record ConditionFacts
{
    public required DateTimeOffset Now { get; init; }

    /// <summary>The workspace's, in which days are counted.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>The workspace's: amounts of orders are in its major units.</summary>
    public required string Currency { get; init; }

    public DateTimeOffset? FirstSeen { get; init; }

    public DateTimeOffset? LastSeen { get; init; }

    public bool HasEmail { get; init; }

    public string? Language { get; init; }

    public IReadOnlyDictionary<string, JsonElement> Traits { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;

    /// <summary>Those that are on or were until they expired, with the instant at which each stops holding; null: never.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset?> Tags { get; init; } = ImmutableDictionary<string, DateTimeOffset?>.Empty;

    /// <summary>Of those, what they carry.</summary>
    public IReadOnlyDictionary<string, JsonElement> TagValues { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;

    public Consents? Consents { get; init; }

    /// <summary>As the profile remembers them.</summary>
    public IReadOnlyList<Participation> Journeys { get; init; } = [];

    /// <summary>Ways in which runs of the journeys that <see cref="Mentions.StepsOf"/> gives left their steps.</summary>
    public IReadOnlyList<PassedStep> Passed { get; init; } = [];

    /// <summary>The ledger, in any order; empty also when no condition mentions it (<see cref="Mentions.Messages"/>).</summary>
    public IReadOnlyList<MessageEntry> Messages { get; init; } = [];

    /// <summary>
    /// By key, the segments of the workspace's own that <see cref="Mentions.Segments"/> gives, answered before at <see cref="Now"/>. The user is for ever in none that is absent.
    /// Tags that are answered before stand here too, as <see cref="TagAudience"/> names them, and go before <see cref="Tags"/>.
    /// </summary>
    public IReadOnlyDictionary<string, Verdict> Segments { get; init; } = ImmutableDictionary<string, Verdict>.Empty;

    public Referrals Referrals { get; init; } = Referrals.None;

    public PurchaseHistory Purchases { get; init; } = PurchaseHistory.Empty;

    /// <summary>Of the published scoring run; null: it has not seen the user.</summary>
    public Standing? Standing { get; init; }

    /// <summary>By the models of the published scoring run; null also when no condition mentions it (<see cref="Mentions.Predictions"/>).</summary>
    public PurchaseOutlook? Outlook { get; init; }

    /// <summary>In any order; at least those of the names and look-backs that <see cref="Mentions"/> gives.</summary>
    public IReadOnlyList<AppliedEvent> Events { get; init; } = [];

    /// <summary>Of the run; empty outside journeys.</summary>
    public IReadOnlyDictionary<string, JsonElement> Variables { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;

    /// <summary>Properties of the event that started the run or was waited for: a JSON object.</summary>
    public JsonElement? EventProperties { get; init; }

    /// <summary>What a profile knows; standing, outlook, segments, messages, events and variables are still to be added.</summary>
    /// <param name="language">How the caller tells it from the profile.</param>
    public static ConditionFacts Of(Profile profile, DateTimeOffset now, DateTimeZone zone, string currency, string? language) => new()
    {
        Now = now,
        Zone = zone,
        Currency = currency,
        FirstSeen = profile.FirstSeen,
        LastSeen = profile.LastSeen,
        HasEmail = profile.Links.Any(link => link.Identifier.Kind == IdentifierKind.Email),
        Language = language,
        Traits = profile.Traits.ToDictionary(trait => trait.Name, trait => trait.Value),
        Tags = profile.Tags.Where(tag => tag.On).ToDictionary(tag => tag.Name, tag => tag.Until, StringComparer.Ordinal),
        TagValues = profile.Tags.Where(tag => tag is { On: true, Value: not null }).ToDictionary(tag => tag.Name, tag => tag.Value!.Value, StringComparer.Ordinal),
        Consents = profile.Consents,
        Journeys = profile.Journeys ?? [],
        Referrals = profile.Referrals ?? Referrals.None,
        Purchases = profile.Purchases,
    };
}
