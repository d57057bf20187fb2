using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace UserOps.Application.Journeys.Jobs;

/// <summary>The stored form of jobs.</summary>
[JsonSerializable(typeof(JourneyJob))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class JobJson : JsonSerializerContext
{
    public static readonly JobJson Compact = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
