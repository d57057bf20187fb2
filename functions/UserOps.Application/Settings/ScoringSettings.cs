using UserOps.Domain.Scoring;
using UserOps.Domain.Users;

namespace UserOps.Application.Settings;

public sealed record ScoringSettings
{
    /// <summary>Local hour of the nightly run, 0 to 23; null: runs only happen when asked for.</summary>
    public int? NightlyHour { get; init; } = 2;

    /// <summary>Where a run is spread over activities: how many of one run are outstanding at a time, 1 to 64.</summary>
    public int ActivitiesAtOnce { get; init; } = 8;

    /// <summary>Which events tell of a complaint and of a failed delivery. Those that came before a change stay what they were taken for.</summary>
    public ActivityEvents Activity { get; init; } = ActivityEvents.Default;

    public ScoringRules Rules { get; init; } = new();
}
