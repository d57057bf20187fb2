using System.Text.Json.Serialization;

namespace UserOps.Application.Segments.Snapshots;

[JsonConverter(typeof(JsonStringEnumConverter<SnapshotState>))]
public enum SnapshotState
{
    /// <summary>People are still being written down, as they were in at the instant that it is of.</summary>
    Taking,

    /// <summary>Nothing in it changes any more.</summary>
    Done,

    /// <summary>It is being thrown away.</summary>
    Clearing,
}
