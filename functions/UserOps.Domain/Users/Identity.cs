using System.Text.Json.Serialization;

namespace UserOps.Domain.Users;

/// <summary>
/// The identifiers one event names. At most one of <see cref="UserId"/> and <see cref="CustomerId"/> is set; placeholders are absent.
/// An event with none of them is about an order alone and finds its user by the order.
/// </summary>
public sealed record Identity
{
    /// <summary>The workspace's own id of a known user.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? UserId { get; init; }

    /// <summary>A storefront's id of a known customer.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CustomerId? CustomerId { get; init; }

    /// <summary>Identifies somebody only when <see cref="Trusted"/>: a page visitor may type anybody's address.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Email { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? AnonymousId { get; init; }

    /// <summary>Said by a signed webhook, a server write key or an operator, not by a browser.</summary>
    public bool Trusted { get; init; }

    /// <summary>The identifiers that count, the strongest first: user id or customer id, e-mail (if trusted), anonymous id.</summary>
    public IEnumerable<Identifier> Identifiers()
    {
        if (UserId is { } user)
        {
            yield return Identifier.User(user);
        }

        if (CustomerId is { } customer)
        {
            yield return Identifier.Customer(customer.Source, customer.Id);
        }

        if (Trusted && Email is { } email)
        {
            yield return Identifier.OfEmail(email);
        }

        if (AnonymousId is { } anonymous)
        {
            yield return Identifier.Anonymous(anonymous);
        }
    }
}
