using UserOps.Application.Settings;
using UserOps.Domain.Journeys;

namespace UserOps.Application.Journeys;

/// <summary>Webhooks that a journey may call: those of the settings.</summary>
internal sealed class EndpointNames(UserOpsSettings settings) : INameSource
{
    public Task<KnownNames> AddAsync(KnownNames names, CancellationToken cancel) =>
        Task.FromResult(names with { Endpoints = settings.Webhooks.Keys.ToHashSet(StringComparer.Ordinal) });
}
