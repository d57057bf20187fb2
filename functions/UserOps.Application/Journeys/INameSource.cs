using UserOps.Domain.Journeys;

namespace UserOps.Application.Journeys;

/// <summary>Knows some of the names that journeys use. Every noun that journeys name registers one; what none fills in is not checked.</summary>
public interface INameSource
{
    Task<KnownNames> AddAsync(KnownNames names, CancellationToken cancel);
}
