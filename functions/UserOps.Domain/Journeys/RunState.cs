using System.Text.Json.Serialization;

namespace UserOps.Domain.Journeys;

[JsonConverter(typeof(JsonStringEnumConverter<RunState>))]
public enum RunState
{
    Active,

    /// <summary>By hand; what comes due meanwhile waits for the resumption, and a message that is then too late is skipped.</summary>
    Paused,

    Ended,
}
