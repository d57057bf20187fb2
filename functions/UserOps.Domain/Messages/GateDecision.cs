namespace UserOps.Domain.Messages;

/// <summary>Whether, when and by which channel a message may go out.</summary>
public abstract record GateDecision
{
    private GateDecision()
    {
    }

    /// <summary>The channels that were not taken, in the order in which they were looked at.</summary>
    public IReadOnlyList<PassedOver> PassedOver { get; init; } = [];

    /// <summary>This very instant, if consent and counters are still the ones that were asked about: to be committed with them.</summary>
    public sealed record Now(string Channel) : GateDecision;

    /// <summary>Not yet: ask again then, since much can change.</summary>
    /// <param name="Instant">Later than now, and one at which it may go out by <paramref name="Channel"/> as things stand.</param>
    /// <param name="Because">What holds it up last.</param>
    public sealed record At(DateTimeOffset Instant, string Channel, GateDelay Because) : GateDecision;

    /// <summary>Never.</summary>
    public sealed record Skip(GateReason Reason) : GateDecision;
}
