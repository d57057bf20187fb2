using System.Text.Json.Serialization;
using UserOps.Domain.Journeys;
using UserOps.Domain.Messages;
using UserOps.Domain.Orders;
using UserOps.Domain.Recommendations;
using UserOps.Domain.Segments;
using UserOps.Domain.Tags;

namespace UserOps.Domain.Users;

/// <summary>What is known of one user: a fold over the user's events that does not depend on the order they came in.</summary>
public sealed record Profile
{
    public const int MaxLinks = 200;
    public const int MaxTraits = 200;
    public const int MaxConflicts = 20;
    public const int MaxTags = TagFold.Most;

    /// <summary>Traits longer than this stay on their event and out of the profile.</summary>
    public const int MaxTraitBytes = 1_024;

    /// <summary>The user's partition.</summary>
    public required string Key { get; init; }

    /// <summary>Raised by every commit.</summary>
    public long Rev { get; init; }

    /// <summary>Raised by every applied event.</summary>
    public long Seq { get; init; }

    public required DateTimeOffset FirstSeen { get; init; }

    public required DateTimeOffset LastSeen { get; init; }

    /// <summary>Nothing came of the person yet: others have named this user, and when is what <see cref="FirstSeen"/> says until then.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Unseen { get; init; }

    /// <summary>Ascending by identifier.</summary>
    public IReadOnlyList<Link> Links { get; init; } = [];

    /// <summary>The user id that the latest alias made the person's own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Link? Primary { get; init; }

    /// <summary>Ascending by name, ordinal.</summary>
    public IReadOnlyList<Trait> Traits { get; init; } = [];

    /// <summary>Ascending by name, ordinal; also of tags that were taken off.</summary>
    public IReadOnlyList<TagMark> Tags { get; init; } = [];

    public PurchaseHistory Purchases { get; init; } = PurchaseHistory.Empty;

    /// <summary>What orders in other currencies are worth, ascending by code; in no other figure.</summary>
    public IReadOnlyList<Money> OtherCurrencies { get; init; } = [];

    /// <summary>Products of the person's orders; null: no order told its lines.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BoughtProducts? Bought { get; init; }

    /// <summary>Null: never active, as far as is known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Activity? Activity { get; init; }

    /// <summary>Who brought the person here; null: nobody said.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReferredBy? ReferredBy { get; init; }

    /// <summary>Whom the person brought here; null: nobody.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Referrals? Referrals { get; init; }

    public IReadOnlyList<IdentityConflict> Conflicts { get; init; } = [];

    /// <summary>What the person agreed to and refused; null: nobody said anything.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Consents? Consents { get; init; }

    /// <summary>Messages of the last days, for the caps; null: none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SentRing? Sent { get; init; }

    /// <summary>Journeys the person is or was in, by run; null: none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Participation>? Journeys { get; init; }

    /// <summary>The latest passages from one life-cycle stage to another, ascending; null: none since the first run.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<StagePassage>? Stages { get; init; }

    /// <summary>Segments of the workspace's own that the person is in, ascending by key; null: none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Membership>? Segments { get; init; }

    /// <summary>Tags that the person was last found to have, under the names of <see cref="TagAudience"/>, ascending; null: none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Membership>? Tagged { get; init; }

    /// <summary>When the segments must be looked at again although nothing happens; a row of the due index stands for it. Null: never.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? ReviewAt { get; init; }

    /// <summary>Words about tags that are retired, or go by a rule.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int IgnoredTags { get; init; }

    /// <summary>Events whose clock ran ahead.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int ClampedEvents { get; init; }

    /// <summary>Events whose dedupe key came again with another content; the first was kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int ReusedKeys { get; init; }

    /// <summary>Segments and tags alike, ascending; null: none.</summary>
    [JsonIgnore]
    public IReadOnlyList<Membership>? Audiences
    {
        get => Tagged is null ? Segments : [.. Segments ?? [], .. Tagged];
        init
        {
            var all = (value ?? []).ToLookup(one => TagAudience.Is(one.Segment));
            (Segments, Tagged) = (all[false].Any() ? [.. all[false]] : null, all[true].Any() ? [.. all[true]] : null);
        }
    }

    /// <summary>Somebody rather than a browser: what the nightly scoring looks at.</summary>
    [JsonIgnore]
    public bool IsIdentified => Links.Any(link => link.Identifier.Kind != IdentifierKind.Anonymous);

    /// <summary>Known by a shop's or application's own id; such users merge only when told to.</summary>
    [JsonIgnore]
    public bool IsKnown => Links.Any(link => link.Identifier.IsKnown);

    /// <summary>What a marketer knows the person by: the strongest identifier.</summary>
    [JsonIgnore]
    public Identifier? DisplayId => Primary?.Identifier ?? (Links.Count > 0 ? Links[0].Identifier : null);

    public bool Has(Identifier identifier) => Links.Any(link => link.Identifier == identifier);
}
