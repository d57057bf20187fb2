using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using UserOps.Application.Http;

namespace UserOps.Application.Journeys;

/// <summary>Answers about journeys: camel-case names, enumerations in lower case.</summary>
internal static class JourneyJson
{
    /// <summary>People read them, so Chinese names stay as they are; they never go into HTML unencoded.</summary>
    public static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        AllowDuplicateProperties = false,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new UtcInstantConverter(), new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };
}
