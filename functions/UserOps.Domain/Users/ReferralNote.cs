using System.Text.Json.Serialization;

namespace UserOps.Domain.Users;

/// <summary>What a referrer is to hear of a person.</summary>
/// <param name="Referrer">A user id.</param>
/// <param name="SignedUpAt">Null: the referrer knows of the sign-up.</param>
/// <param name="Email">Of the person: a guest of that address whom the referrer was told of is the same one.</param>
/// <param name="AllOrders">All that the person placed so far, <paramref name="Orders"/> being empty.</param>
public sealed record ReferralNote(
    string Referrer,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? SignedUpAt,
    bool AllOrders,
    IReadOnlyList<ReferredOrder> Orders,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Identifier? Email = null);
