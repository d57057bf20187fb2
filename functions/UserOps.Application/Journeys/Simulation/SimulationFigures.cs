namespace UserOps.Application.Journeys.Simulation;

/// <summary>What would have happened to many.</summary>
public sealed record SimulationFigures
{
    public required DateTimeOffset From { get; init; }

    public required DateTimeOffset To { get; init; }

    public required DateTimeOffset Horizon { get; init; }

    /// <summary>People that were looked at.</summary>
    public required int LookedAt { get; init; }

    /// <summary>Null: at all there are, or all of the sample. <c>users</c>: there are more than were asked for. <c>time</c>: it took too long.</summary>
    public required string? StoppedBy { get; init; }

    /// <summary>People who come in.</summary>
    public required int Entered { get; init; }

    /// <summary>Their runs: with re-entry there may be more.</summary>
    public required int Runs { get; init; }

    /// <summary>Runs that go through without a message, to be compared with.</summary>
    public required int HoldOut { get; init; }

    /// <summary>Attempts to come in that were refused, by reason.</summary>
    public required IReadOnlyDictionary<string, int> Refused { get; init; }

    /// <summary>In the order of the document.</summary>
    public required IReadOnlyList<StepFigures> Steps { get; init; }

    /// <summary>Runs by how they ended: <c>completed</c>, <c>converted</c>, <c>alreadyThere</c>, <c>left</c>, <c>exited:</c> and the reason.</summary>
    public required IReadOnlyDictionary<string, int> Endings { get; init; }

    /// <summary>Runs that go on at the end of the time.</summary>
    public required int Inside { get; init; }

    public required IReadOnlyList<MessageFigures> Messages { get; init; }

    public required IReadOnlyList<ChannelFigures> Channels { get; init; }

    public required IReadOnlyList<DayOfMessages> Days { get; init; }

    /// <summary>Runs of other journeys that the tried one starts, by journey.</summary>
    public required IReadOnlyDictionary<string, int> Started { get; init; }

    /// <summary>People whose runs were looked at too often to be gone through to the end.</summary>
    public required int CutShort { get; init; }
}
