namespace UserOps.Domain.Scoring;

/// <summary>When a customer passes from one life-cycle stage to the next.</summary>
/// <param name="GrowingOrders">From so many orders on: growing.</param>
/// <param name="MatureOrders">From so many orders on: mature.</param>
/// <param name="DormantAfterDays">Of somebody without a rhythm (<see cref="Value.RiskRules.LeastGaps"/>), more than so many days without an order: dormant.</param>
/// <param name="ChurnedAfterDays">Of such a person, more than so many days without an order: churned.</param>
/// <param name="DormantPercent">Of the person's own rhythm without an order: above it dormant.</param>
/// <param name="ChurnedPercent">Of the person's own rhythm without an order: above it churned.</param>
/// <param name="ShortestRhythmDays">A shorter rhythm is taken as this one: who buys daily is not gone after a long weekend.</param>
/// <param name="LongestRhythmDays">A longer rhythm is taken as this one: who bought once a year is gone some day too.</param>
public sealed record LifeCycleRules(
    int GrowingOrders = 2,
    int MatureOrders = 4,
    int DormantAfterDays = 90,
    int ChurnedAfterDays = 180,
    int DormantPercent = 200,
    int ChurnedPercent = 350,
    int ShortestRhythmDays = 7,
    int LongestRhythmDays = 270);
