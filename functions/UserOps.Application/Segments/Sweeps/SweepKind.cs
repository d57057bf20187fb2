using System.Text.Json.Serialization;

namespace UserOps.Application.Segments.Sweeps;

/// <summary>What is done about each user.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SweepKind>))]
public enum SweepKind
{
    /// <summary>Their segments are looked at: something was published or archived.</summary>
    BackFill,

    /// <summary>The segments of those are looked at whom the night put elsewhere, or of all where it may have changed the answer for everybody.</summary>
    Scores,

    /// <summary>They are counted, and nothing is written.</summary>
    Preview,
}
