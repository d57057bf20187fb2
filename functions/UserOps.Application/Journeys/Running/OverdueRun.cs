namespace UserOps.Application.Journeys.Running;

/// <param name="Journey">Null: the run is not there, not yet or not any more.</param>
/// <param name="Due">When it was to go on.</param>
/// <param name="Attempts">How often it failed since.</param>
public sealed record OverdueRun(string Run, string? Journey, DateTimeOffset Due, int Attempts);
