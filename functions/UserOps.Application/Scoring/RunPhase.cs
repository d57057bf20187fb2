using System.Text.Json.Serialization;

namespace UserOps.Application.Scoring;

/// <summary>The passes of a run over all buckets.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RunPhase>))]
public enum RunPhase
{
    Waiting,
    Summaries,
    Selection,
    Scores,
    Finished,
}
