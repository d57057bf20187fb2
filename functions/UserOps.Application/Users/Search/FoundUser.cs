using UserOps.Domain.Scoring;

namespace UserOps.Application.Users.Search;

/// <param name="Id">What a marketer knows the person by, as the path of a user takes it.</param>
/// <param name="Key">The pseudonymous key.</param>
/// <param name="Amount">Major units of <paramref name="Currency"/>, all orders less refunds.</param>
/// <param name="Stage">Of the published scoring run, as the rest; null: it has not seen the person.</param>
/// <param name="Rfm">111 to 555; null without an order that counts in its window.</param>
/// <param name="Segment">By the ten rules.</param>
/// <param name="Risk">Churn risk; null without a purchase that counts.</param>
/// <param name="Tier">Null without such a purchase, or a model of values.</param>
/// <param name="ValueIndex">0 to 100.</param>
public sealed record FoundUser(
    string Id, string Key, DateTimeOffset FirstSeen, DateTimeOffset LastSeen, int Orders, decimal Amount, string Currency, Segment? Stage, int? Rfm, Segment? Segment,
    Segment? Risk, Segment? Tier, int? ValueIndex);
