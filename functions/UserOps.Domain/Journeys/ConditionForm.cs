namespace UserOps.Domain.Journeys;

/// <summary>How conditions stand in a journey's JSON.</summary>
public sealed record ConditionForm(ReadCondition Read, WriteCondition Write);
