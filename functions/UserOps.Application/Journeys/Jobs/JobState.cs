using System.Text.Json.Serialization;

namespace UserOps.Application.Journeys.Jobs;

[JsonConverter(typeof(JsonStringEnumConverter<JobState>))]
public enum JobState
{
    Running,
    Done,

    /// <summary>By hand; what was done stays done.</summary>
    Cancelled,
}
