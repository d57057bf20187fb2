using System.Text.Json.Serialization;

namespace UserOps.Domain.Users;

/// <summary>What an identifier says about who made it; in order of strength.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<IdentifierKind>))]
public enum IdentifierKind
{
    User,
    Customer,
    Email,
    Anonymous,
}
