using UserOps.Domain.Scoring;
using UserOps.Domain.Scoring.Value;

namespace UserOps.Application.Scoring;

/// <summary>The scoring of one day: asked for, at work, or done. There is one for each day; asking again starts its next attempt.</summary>
public sealed record ScoringRun
{
    public required DateOnly AsOf { get; init; }

    public required RunStatus Status { get; init; }

    /// <summary>Why it failed, without personal data.</summary>
    public string? Reason { get; init; }

    public int Attempt { get; init; } = 1;

    public RunPhase Phase { get; init; }

    /// <summary>Buckets that the phase is through with.</summary>
    public int BucketsDone { get; init; }

    /// <summary>Users that the phase has seen so far.</summary>
    public long UsersSeen { get; init; }

    /// <summary>The driver that started it last, and alone may go on with it; null: this process's worker, or nobody yet.</summary>
    public string? HeldBy { get; init; }

    public DateTimeOffset RequestedAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>The rules as they were set when it started.</summary>
    public ScoringRules Rules { get; init; } = new();

    /// <summary>
    /// Its scores are the users' own and its changes are told. False: a day before the last published one, whose scores stand in rows of their own.
    /// </summary>
    public bool Live { get; init; }

    /// <summary>Of the last finished attempt; null before it, and where nobody has an order that counts.</summary>
    public ScoringModel? Model { get; init; }

    /// <summary>Last day that the hold-out check's fit shall see; null: two thirds of the observed time.</summary>
    public DateOnly? CalibrationEnd { get; init; }

    /// <summary>Models of purchases to come, of the last finished attempt; null before it, and for a run from before there were any.</summary>
    public ValueModel? Value { get; init; }

    /// <summary>Of the last finished attempt.</summary>
    public ScoreTally? Tally { get; init; }

    /// <summary>Users whose scores of this day came out otherwise than in an earlier attempt, because of what arrived since; null where there is nothing to compare with.</summary>
    public long? UsersChangedLate { get; init; }

    /// <summary>This attempt's scores replace those of an earlier attempt of the same day that still stand.</summary>
    public bool Compares { get; init; }

    /// <summary>The published day that the moves of <see cref="Tally"/> start from.</summary>
    public DateOnly? Before { get; init; }
}
