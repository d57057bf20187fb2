using System.Text.Json;
using System.Text.Json.Serialization;

namespace UserOps.Application.Paths;

/// <summary>The stored forms that paths are read from and kept in.</summary>
[JsonSerializable(typeof(PassedEvent))]
[JsonSerializable(typeof(StoredTally))]
internal sealed partial class PathsJson : JsonSerializerContext
{
    public static readonly PathsJson Compact = new(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase });
}
