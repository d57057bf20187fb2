using UserOps.Domain.Scoring.Value;

namespace UserOps.Domain.Scoring;

/// <param name="Column">Position in the bucket's columns; null without an order that counts in the window.</param>
/// <param name="Repeats">Of all time; null without a purchase that counts.</param>
/// <param name="Silence">The churn risk by silence alone, which no model has a say in.</param>
/// <param name="Signs">Of churn, all but silence.</param>
/// <param name="Activity">Part of the value index.</param>
/// <param name="Spread">Part of the value index.</param>
public readonly record struct BucketUser(string UserKey, LifeCycleStage Stage, int? Column, RepeatSummary? Repeats, RiskBand Silence, RiskReasons Signs, byte Activity, byte Spread);
