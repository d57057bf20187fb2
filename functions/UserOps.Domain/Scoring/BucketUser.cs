namespace UserOps.Domain.Scoring;

/// <param name="Column">Position in the bucket's columns; null without an order that counts.</param>
public readonly record struct BucketUser(string UserKey, LifeCycleStage Stage, int? Column);
