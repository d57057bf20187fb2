using System.Text.Json;
using System.Text.Json.Serialization;

namespace UserOps.Application.Messages.Engagement;

/// <summary>The queued form of reports.</summary>
[JsonSerializable(typeof(IReadOnlyList<MessageReport>))]
public sealed partial class EngagementJson : JsonSerializerContext
{
    public static readonly EngagementJson Compact = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    });
}
