using UserOps.Domain;
using UserOps.Domain.Scoring;
using UserOps.Domain.Scoring.Value;
using UserOps.Domain.Users;

namespace UserOps.Application.Users;

/// <summary>When a user was active.</summary>
/// <param name="LastVisit">Workspace day; null: never.</param>
/// <param name="WeeksOfLast12">Weeks with a visit, of the twelve whole weeks before this one.</param>
public sealed record ActivityView(DateOnly? LastVisit, int WeeksOfLast12)
{
    internal static ActivityView Of(Profile profile, int today)
    {
        var visits = profile.Activity?.Visits ?? VisitDays.None;
        return new(visits.Latest is { } latest ? Days.ToDate(latest) : null, visits.Weeks().Count(ValueIndex.Weeks, VisitWeeks.LastWhole(today)));
    }
}
