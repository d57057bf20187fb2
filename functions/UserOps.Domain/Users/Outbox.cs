using System.Text.Json.Serialization;
using UserOps.Domain.Journeys;
using UserOps.Domain.Orders;
using UserOps.Domain.Segments;

namespace UserOps.Domain.Users;

/// <summary>
/// What one commit leaves to be done outside the user's partition: one row beside the commit's events, deleted when all of it is done. Every part may be done twice.
/// </summary>
public sealed record Outbox
{
    /// <summary>The nightly facts changed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Project { get; init; }

    /// <summary>The products bought changed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool ProjectBought { get; init; }

    /// <summary>Orders seen for the first time, to be found by their id alone.</summary>
    public IReadOnlyList<OrderRef> NewOrders { get; init; } = [];

    /// <summary>Identifiers that were named for the first time, or by a claim that may now hold; of those that are the partition's own only an e-mail address, to be found by its hash.</summary>
    public IReadOnlyList<Link> Links { get; init; } = [];

    /// <summary>Identifiers declared to mean the same person.</summary>
    public IReadOnlyList<Alias> Aliases { get; init; } = [];

    /// <summary>Events that a published journey may begin with.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<HeardNote>? Entries { get; init; }

    /// <summary>Runs that have to look again.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Wakes { get; init; }

    /// <summary>The person's segments have to be looked at again.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Review { get; init; }

    /// <summary>Segments that the person entered or left.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<SegmentPassage>? Passages { get; init; }

    /// <summary>What the person's referrer is to hear.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReferralNote? Referral { get; init; }

    [JsonIgnore]
    public bool IsEmpty =>
        !Project && !ProjectBought && NewOrders.Count == 0 && Links.Count == 0 && Aliases.Count == 0 && Entries is null && Wakes is null && !Review && Passages is null
        && Referral is null;
}
