namespace UserOps.Application.Scoring;

/// <summary>A run as it is shown over HTTP.</summary>
/// <param name="Published">Its scores are, or were, the users' own; false for a day before the last published one.</param>
/// <param name="UsersChangedLate"><see cref="ScoringRun.UsersChangedLate"/>.</param>
internal sealed record RunView(
    DateOnly AsOf,
    RunStatus Status,
    string? Reason,
    int Attempt,
    RunPhase Phase,
    int BucketsDone,
    int Buckets,
    long UsersSeen,
    DateTimeOffset RequestedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? FinishedAt,
    bool Published,
    int? WindowDays,
    long? RowsWritten,
    long? UsersChangedLate,
    CutPointsView? CutPoints,
    SplitView? EightSplit,
    DistributionView? Distribution,
    MigrationView? Migration);
