using System.Text.Json.Serialization;

namespace UserOps.Application.Segments.Sweeps;

/// <summary>What is done about each user, or member.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SweepKind>))]
public enum SweepKind
{
    /// <summary>Their segments are looked at: something was published or archived.</summary>
    BackFill,

    /// <summary>The segments of those are looked at whom the night put elsewhere, or of all where it may have changed the answer for everybody.</summary>
    Scores,

    /// <summary>They are counted, and nothing is written.</summary>
    Preview,

    /// <summary>Those who were in a segment at an instant are written down.</summary>
    Snapshot,

    /// <summary>What was written down is thrown away.</summary>
    Clearing,

    /// <summary>What they did before or after something is counted, and nothing else is written.</summary>
    Paths,
}
