using UserOps.Application.Users;
using UserOps.Domain;

namespace UserOps.Application.Journeys.Control;

/// <summary>From what people are called to their keys. Where there is nobody of that name, that is said and the others are taken.</summary>
public sealed class FindPeople(NamedUser named)
{
    private const int Together = 32;
    private const int MostMistakes = 100;

    /// <param name="people">Each with the place where it stands; null: what stands there is no name, for the reason given.</param>
    public async Task<NamedPeople> RunAsync(IEnumerable<(string At, string? Name, string? Why)> people, CancellationToken cancel)
    {
        var keys = new List<string>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        var mistakes = new List<Mistake>();
        var skipped = 0;
        foreach (var some in people.Chunk(Together))
        {
            var found = await Task.WhenAll(some.Select(async one => one.Name is { } name ? (await named.RunAsync(name, cancel))?.Key : null));
            foreach (var (i, key) in found.Index())
            {
                if (key is null)
                {
                    skipped++;
                    if (mistakes.Count < MostMistakes)
                    {
                        mistakes.Add(new(some[i].At, some[i].Why ?? "Nobody is known by this identifier."));
                    }
                }
                else if (known.Add(key))
                {
                    keys.Add(key);
                }
            }
        }

        return new(keys, mistakes, skipped);
    }
}
