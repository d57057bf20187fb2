namespace UserOps.Domain.Scoring;

/// <summary>When a customer passes from one life-cycle stage to the next.</summary>
/// <param name="GrowingOrders">From so many orders on: growing.</param>
/// <param name="MatureOrders">From so many orders on: mature.</param>
/// <param name="DormantAfterDays">More than so many days without an order: dormant.</param>
/// <param name="ChurnedAfterDays">More than so many days without an order: churned.</param>
public sealed record LifeCycleRules(int GrowingOrders = 2, int MatureOrders = 4, int DormantAfterDays = 90, int ChurnedAfterDays = 180);
