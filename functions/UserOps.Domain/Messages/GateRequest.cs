namespace UserOps.Domain.Messages;

/// <summary>One message that wants out.</summary>
public sealed record GateRequest
{
    /// <summary>Decides, together with nothing else, where in the spread it falls.</summary>
    public required string RunId { get; init; }

    /// <summary>In the order in which they are tried.</summary>
    public required IReadOnlyList<string> Channels { get; init; }

    /// <summary>Take the one with the lowest expected cost of a response instead, see <see cref="ChannelOrder"/>.</summary>
    public bool Cheapest { get; init; }

    /// <summary>Such as <c>marketing</c>; <c>transactional</c> counts for no cap.</summary>
    public required string Purpose { get; init; }

    /// <summary>The last instant at which it makes sense; null: however late.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>The run goes through without a message, to be compared with.</summary>
    public bool HeldOut { get; init; }

    public bool CountsForCaps => Purpose != MessageNames.Transactional;
}
