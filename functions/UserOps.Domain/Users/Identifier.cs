using System.Text.Json.Serialization;

namespace UserOps.Domain.Users;

/// <summary>One normalised identifier. Written <c>user:42</c>, <c>customer:shop:42</c>, <c>email:a@b.example</c>, <c>anonymous:x</c>.</summary>
/// <param name="Source">The storefront, for <see cref="IdentifierKind.Customer"/> only.</param>
public sealed record Identifier(
    IdentifierKind Kind,
    string Value,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Source = null)
    : IComparable<Identifier>
{
    public static Identifier User(string id) => new(IdentifierKind.User, id.Trim());

    public static Identifier Customer(string source, string id) => new(IdentifierKind.Customer, id.Trim(), source);

    /// <summary>E-mail is compared without case; nothing else is folded, since only the receiving server knows what its local parts mean.</summary>
    public static Identifier OfEmail(string address) => new(IdentifierKind.Email, address.Trim().ToLowerInvariant());

    public static Identifier Anonymous(string id) => new(IdentifierKind.Anonymous, id.Trim());

    /// <summary>A person that a shop or application knows by its own id; two of them merge only when told to.</summary>
    [JsonIgnore]
    public bool IsKnown => Kind is IdentifierKind.User or IdentifierKind.Customer;

    /// <summary>What the partition key is made of, apart from the identity key.</summary>
    [JsonIgnore]
    public string Canonical => Source is null ? $"{KindText}\n{Value}" : $"{KindText}:{Source}\n{Value}";

    private string KindText => Kind switch
    {
        IdentifierKind.User => "user",
        IdentifierKind.Customer => "customer",
        IdentifierKind.Email => "email",
        _ => "anonymous",
    };

    /// <summary>A prefix names the kind; without one the text is a user id.</summary>
    public static Identifier Parse(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var rest = text[(colon + 1)..];
        switch (colon < 0 ? "" : text[..colon])
        {
            case "user": return User(rest);
            case "email": return OfEmail(rest);
            case "anonymous": return Anonymous(rest);
            case "customer" when rest.IndexOf(':', StringComparison.Ordinal) is > 0 and var second:
                return Customer(rest[..second], rest[(second + 1)..]);
            default: return User(text);
        }
    }

    public int CompareTo(Identifier? other) =>
        other is null ? 1
        : Kind != other.Kind ? Kind.CompareTo(other.Kind)
        : string.CompareOrdinal(Source, other.Source) is not 0 and var bySource ? bySource
        : string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Source is null ? $"{KindText}:{Value}" : $"{KindText}:{Source}:{Value}";
}
