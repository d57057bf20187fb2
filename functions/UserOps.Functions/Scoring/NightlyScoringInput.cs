namespace UserOps.Functions.Scoring;

/// <param name="ActivitiesAtOnce">Outstanding activities at a time, 1 to 64: <c>Scoring:ActivitiesAtOnce</c> as it was set at the start.</param>
public sealed record NightlyScoringInput(DateOnly AsOf, int ActivitiesAtOnce);
