using System.Text.Json.Serialization;

namespace UserOps.Application.Scoring;

[JsonConverter(typeof(JsonStringEnumConverter<RunStatus>))]
public enum RunStatus
{
    Requested,

    /// <summary>At work, or interrupted at work: a run without a live worker is simply run again.</summary>
    Running,

    Done,
    Failed,
}
