namespace UserOps.Application.Journeys.Watching;

/// <param name="AsOf">When it was counted.</param>
/// <param name="Version">Whose steps are in the list first.</param>
/// <param name="Active">Paused ones not among them.</param>
/// <param name="Ended">By how: <c>completed</c>, <c>converted</c>, <c>alreadyThere</c>, <c>left</c>, <c>exited</c>, <c>cancelled</c>, <c>merged</c>.</param>
/// <param name="Exits">Ended at an exit step, by its reason.</param>
/// <param name="Steps">In the order of the version, then those of versions before.</param>
public sealed record Funnel(
    string Journey,
    int Version,
    DateTimeOffset AsOf,
    int Runs,
    int Active,
    int Paused,
    int HoldOut,
    int Converted,
    IReadOnlyDictionary<string, int> Ended,
    IReadOnlyDictionary<string, int> Exits,
    IReadOnlyList<FunnelStep> Steps,
    Lift Lift);
