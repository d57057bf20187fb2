using UserOps.Domain.Journeys;

namespace UserOps.Application.Journeys;

/// <summary>All that documents may name now, from everybody who knows some of it.</summary>
public sealed class GatherNames(IEnumerable<INameSource> sources)
{
    public async Task<KnownNames> RunAsync(CancellationToken cancel)
    {
        var names = KnownNames.Unchecked;
        foreach (var source in sources)
        {
            names = await source.AddAsync(names, cancel);
        }

        return names;
    }
}
