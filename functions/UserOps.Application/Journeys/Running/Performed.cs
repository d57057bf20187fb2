namespace UserOps.Application.Journeys.Running;

/// <summary>How carrying out a step went.</summary>
public abstract record Performed
{
    private Performed()
    {
    }

    /// <param name="Outcome">As in <see cref="Domain.Journeys.StepTally"/>.</param>
    public sealed record Done(string Outcome) : Performed;

    /// <summary>Its turn comes later.</summary>
    public sealed record Later(DateTimeOffset Instant, string Because) : Performed;

    /// <summary>Not at all: the person is not there any more, or somewhere else.</summary>
    public sealed record Vanished : Performed;
}
