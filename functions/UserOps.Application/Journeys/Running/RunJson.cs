using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using UserOps.Domain.Journeys;

namespace UserOps.Application.Journeys.Running;

/// <summary>The stored form of runs.</summary>
[JsonSerializable(typeof(JourneyRun))]
[JsonSerializable(typeof(RunSummary))]
[JsonSerializable(typeof(EndpointCall))]
internal sealed partial class RunJson : JsonSerializerContext
{
    public static readonly RunJson Compact = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
