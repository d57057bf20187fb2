namespace UserOps.Application.Journeys.Watching;

/// <summary>What happened at one step. Who comes by again in a loop counts again.</summary>
/// <param name="Type">As in the document; null: of a version before, and gone.</param>
/// <param name="Entered">How often it was reached.</param>
/// <param name="Waiting">Runs that are there now, paused ones among them.</param>
/// <param name="Left">How often it was left, by outcome: <c>sent</c>, <c>skipped:consent</c>, <c>refused</c>, <c>unknown</c>, an arm, <c>case 1</c>, <c>event</c>, <c>timeout</c>, <c>done</c>.</param>
/// <param name="Ended">Runs that ended there, by how.</param>
public sealed record FunnelStep(string Step, string? Type, int Entered, int Waiting, IReadOnlyDictionary<string, int> Left, IReadOnlyDictionary<string, int> Ended);
