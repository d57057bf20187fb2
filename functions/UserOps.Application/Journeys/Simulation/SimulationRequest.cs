using System.Text.Json;
using System.Text.Json.Serialization;

namespace UserOps.Application.Journeys.Simulation;

/// <summary>Body of <c>POST /api/journeys/{key}/simulate</c>: a time range with <see cref="From"/> and <see cref="To"/>, or a made-up <see cref="User"/>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SimulationRequest
{
    /// <summary>Number of a published version, or <c>draft</c>; absent: the draft unless it has mistakes and something is published.</summary>
    public JsonElement? Version { get; init; }

    /// <summary>The journey is open from here on; of a made-up user without events: the start.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Exclusive, at most 366 days later.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Until when runs go on, with nothing more happening; absent: <see cref="To"/>.</summary>
    public DateTimeOffset? Horizon { get; init; }

    /// <summary>People to look at, 1 to 20,000; absent: 1,000.</summary>
    public int? Users { get; init; }

    /// <summary>Of a hundred people so many, 1 to 100, always the same; absent: all.</summary>
    public int? Sample { get; init; }

    /// <summary>How long it may take, 1 to 200; absent: 60.</summary>
    public int? Seconds { get; init; }

    public MadeUpUser? User { get; init; }

    /// <summary>Of a made-up user: until when, at most 731 days after the start; absent: 90 days after it.</summary>
    public DateTimeOffset? Until { get; init; }
}
