using System.Text.Json.Serialization;

namespace UserOps.Domain.Journeys;

[JsonConverter(typeof(JsonStringEnumConverter<RunEndingKind>))]
public enum RunEndingKind
{
    /// <summary>No step was left.</summary>
    Completed,

    /// <summary>The goal was reached on the way.</summary>
    Converted,

    /// <summary>The goal was reached before the first step: there was nothing to do, and it counts for nothing.</summary>
    AlreadyThere,

    /// <summary>The exit condition held.</summary>
    Left,

    /// <summary>An exit step.</summary>
    Exited,

    /// <summary>By hand.</summary>
    Cancelled,

    /// <summary>Two users became one, and both were in the journey: the other's run goes on.</summary>
    Merged,
}
