using System.Text.Json.Serialization;

namespace UserOps.Application.Journeys.Jobs;

/// <summary>What a job does to each of its people.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<JobKind>))]
public enum JobKind
{
    Start,
    Pause,
    Resume,
    Cancel,
    Migrate,

    /// <summary>The journey goes on after a pause: everybody inside is woken up.</summary>
    Wake,

    /// <summary>It is about a tag and no journey: everybody gets it, or loses it.</summary>
    Tag,

    /// <summary>It is about a static segment and no journey: everybody is put on its list, or taken off.</summary>
    List,
}
