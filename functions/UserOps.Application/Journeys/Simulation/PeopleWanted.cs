namespace UserOps.Application.Journeys.Simulation;

/// <param name="Most">People to look at.</param>
/// <param name="Sample">Of a hundred so many.</param>
/// <param name="Time">How long it may take.</param>
internal sealed record PeopleWanted(int Most, int Sample, TimeSpan Time);
