namespace UserOps.Domain.Journeys;

/// <summary>What is to be done about a run now.</summary>
public abstract record RunDecision
{
    private RunDecision()
    {
    }

    /// <summary>Carry the step out, then say how that went: <see cref="JourneyMachine.Performed"/> or <see cref="JourneyMachine.Postponed"/>.</summary>
    /// <param name="Deadline">A message that can't go out before is skipped; null: there is none.</param>
    public sealed record Perform(Step Step, DateTimeOffset? Deadline) : RunDecision;

    /// <param name="To">Step; null: the run ends.</param>
    /// <param name="Way">Which of several ways out was taken, for the figures: an arm, <c>case 1</c>, <c>otherwise</c>, <c>event</c>, <c>timeout</c>.</param>
    public sealed record Move(string? To, string? Way = null) : RunDecision;

    /// <summary>Note that the run waits, and for what.</summary>
    public sealed record Open(RunWait Wait) : RunDecision;

    /// <summary>Nothing before this instant, unless something happens to the person.</summary>
    public sealed record Sleep(DateTimeOffset Until) : RunDecision;

    public sealed record End(RunEnding Ending) : RunDecision;

    /// <summary>Paused or ended: nothing at all.</summary>
    public sealed record Rest : RunDecision;
}
