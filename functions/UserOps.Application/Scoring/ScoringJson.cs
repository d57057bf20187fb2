using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using UserOps.Application.Scoring.Model;
using UserOps.Application.Http;
using UserOps.Domain.Scoring;
using UserOps.Domain.Scoring.Value;

namespace UserOps.Application.Scoring;

/// <summary>Stored documents and answers of scoring: camel-case names, enumerations by name.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ScoringRun))]
[JsonSerializable(typeof(ScoringModel))]
[JsonSerializable(typeof(ValueModel))]
[JsonSerializable(typeof(ScoreTally))]
[JsonSerializable(typeof(TransitionBatch))]
[JsonSerializable(typeof(MergedSummary))]
[JsonSerializable(typeof(TransitionProperties))]
[JsonSerializable(typeof(RunRequest))]
[JsonSerializable(typeof(RunView))]
[JsonSerializable(typeof(UserScore))]
[JsonSerializable(typeof(ModelView))]
internal sealed partial class ScoringJson : JsonSerializerContext
{
    /// <summary>Answers are read by people too, so Chinese names stay as they are; they never go into HTML unencoded.</summary>
    public static readonly ScoringJson Readable = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new UtcInstantConverter() },
    });
}
