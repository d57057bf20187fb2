using System.Text.Json;
using System.Text.Json.Serialization;
using UserOps.Domain.Segments;

namespace UserOps.Application.Segments.Audiences;

/// <summary>The stored form of members' spells.</summary>
[JsonSerializable(typeof(Spell[]))]
internal sealed partial class AudienceJson : JsonSerializerContext
{
    public static readonly AudienceJson Compact = new(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase });
}
