namespace UserOps.Domain.Journeys;

/// <summary>What a migration does to the people at one step.</summary>
/// <param name="To">Step of the new version; null: their runs end.</param>
/// <param name="People">Runs at the step.</param>
/// <param name="Mapped">Said by the mapping; else the step is kept, since both versions have it.</param>
/// <param name="OtherKind">The step there is of another type, so that people begin it anew.</param>
public sealed record StepMove(string From, string? To, int People, bool Mapped, bool OtherKind);
