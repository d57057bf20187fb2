using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using UserOps.Domain.Events;

namespace UserOps.Application.Events;

/// <summary>The stored and queued form of events: JSON with camel-case names.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(UserEvent))]
[JsonSerializable(typeof(IReadOnlyList<UserEvent>))]
public sealed partial class EventJson : JsonSerializerContext
{
    /// <summary>Written for machines and never into HTML, so names and texts of other scripts stay as they are.</summary>
    public static readonly EventJson Compact = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
