using UserOps.Domain;

namespace UserOps.Application.Journeys.Jobs;

/// <summary>A job as it is answered.</summary>
/// <param name="Total">People it is about.</param>
/// <param name="Done">Of them it is done with.</param>
/// <param name="Outcomes">Those by what came of it.</param>
/// <param name="NextAt">When it goes on; null: at once, or never.</param>
/// <param name="Skipped">Lines or ids of the request that could not be used; <paramref name="Mistakes"/> are the first.</param>
public sealed record JobView(
    string Id,
    JobKind Kind,
    string Journey,
    JobState State,
    string? Segment,
    TagPlan? Tagging,
    ListPlan? Listing,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset? FinishedAt,
    DateTimeOffset? NextAt,
    int Total,
    int Done,
    IReadOnlyDictionary<string, int> Outcomes,
    int? RatePerMinute,
    StartForecast? Forecast,
    int Skipped,
    IReadOnlyList<Mistake> Mistakes)
{
    public static JobView Of(JourneyJob job) => new(
        job.Id, job.Kind, job.Journey, job.State, job.Segment, job.Tagging, job.Listing, job.CreatedAt, job.UpdatedAt, job.FinishedAt, job.IsRunning ? job.NotBefore : null, job.Total, job.Done,
        job.Outcomes, job.RatePerMinute, job.Forecast, job.Skipped, job.Mistakes);
}
