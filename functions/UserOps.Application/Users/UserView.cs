using System.Text.Json;
using UserOps.Application.Scoring;
using UserOps.Application.Tags;

namespace UserOps.Application.Users;

/// <summary>What a marketer sees of one user.</summary>
/// <param name="Id">The strongest identifier, as the path takes it: a user id, else <c>customer:shop:7</c>, <c>email:…</c>, <c>anonymous:…</c>.</param>
/// <param name="Key">The pseudonymous key under which other rows and logs speak of this user.</param>
/// <param name="Purchases">All time, as known now.</param>
/// <param name="Score">Of the published scoring run; null before the first, and for users it did not see.</param>
/// <param name="Activity">As known now.</param>
/// <param name="Referrals">As known now.</param>
/// <param name="Segments">Of the workspace's own, those that the person is in, by key.</param>
/// <param name="StageHistory">The latest twenty passages between life-cycle stages, the latest last.</param>
/// <param name="Tags">Those that the person has now, by name.</param>
/// <param name="IgnoredTags">How often a tag was spoken of in vain that is retired, or goes by a rule.</param>
/// <param name="ReusedKeys">Events that came under a dedupe key already used with another content, and were not taken.</param>
public sealed record UserView(
    string Id,
    string Key,
    IReadOnlyList<string> Identifiers,
    DateTimeOffset FirstSeen,
    DateTimeOffset LastSeen,
    long Events,
    IReadOnlyDictionary<string, JsonElement> Traits,
    IReadOnlyList<UserTagView> Tags,
    PurchasesView Purchases,
    IReadOnlyList<InSegmentView> Segments,
    UserScore? Score,
    ActivityView Activity,
    ReferralsView Referrals,
    IReadOnlyList<StageView> StageHistory,
    ContactView Contact,
    IReadOnlyList<ConflictView> Conflicts,
    int IgnoredTags,
    int ClampedEvents,
    int ReusedKeys);
