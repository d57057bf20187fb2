using UserOps.Domain;

namespace UserOps.Application.Journeys.Jobs;

/// <summary>What a start would come to, of which nothing was done.</summary>
public sealed record ForetoldView(int People, StartForecast Forecast, int Skipped, IReadOnlyList<Mistake> Mistakes);
