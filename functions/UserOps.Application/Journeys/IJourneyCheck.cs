using UserOps.Domain;
using UserOps.Domain.Journeys;

namespace UserOps.Application.Journeys;

/// <summary>Looks for what only the application can know to be wrong with a journey that reads well. Every noun that journeys use may register one.</summary>
public interface IJourneyCheck
{
    /// <returns>With pointers into the document as it was written; empty when nothing is wrong.</returns>
    Task<IReadOnlyList<Mistake>> RunAsync(JourneyDefinition journey, CancellationToken cancel);
}
