using Microsoft.Extensions.DependencyInjection;
using UserOps.Application.Segments;
using UserOps.Application.Segments.Audiences;
using UserOps.Application.Segments.Reviews;
using UserOps.Tests.Segments.Reviews;

namespace UserOps.Tests.Simulation.Invariants;

/// <summary>Segments, tags, their audiences and counts are what evaluation from scratch says.</summary>
internal sealed class EverybodyWhereTheyBelong : IInvariant
{
    public IEnumerable<string> Broken(Simulation simulation, Picture end)
    {
        // As with lists: where two take the same alarm, one can delete it while the other dies after the last commit.
        if (simulation.TwoClocks)
        {
            return [];
        }

        using var services = Campaign.Services(simulation.Store, simulation.Clock);
        return FromScratch.DifferencesAsync(
            services.GetRequiredService<PublishedSegments>(),
            services.GetRequiredService<JudgeSegments>(),
            services.GetRequiredService<AudienceRows>(),
            [.. end.Profiles],
            simulation.Store,
            simulation.Now).GetAwaiter().GetResult();
    }
}
