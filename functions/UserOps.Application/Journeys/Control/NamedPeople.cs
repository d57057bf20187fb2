using UserOps.Domain;

namespace UserOps.Application.Journeys.Control;

/// <param name="Keys">Of those who were found, each once.</param>
/// <param name="Mistakes">The first that name nobody or could not be read.</param>
/// <param name="Skipped">How many there are of those.</param>
public sealed record NamedPeople(IReadOnlyList<string> Keys, IReadOnlyList<Mistake> Mistakes, int Skipped);
