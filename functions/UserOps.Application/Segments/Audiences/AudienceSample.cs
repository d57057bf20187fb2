using UserOps.Domain;

namespace UserOps.Application.Segments.Audiences;

/// <summary>So many of many, drawn by a hash of seed and user: the same seed draws the same, and of a larger sample the smaller is a part.</summary>
public static class AudienceSample
{
    public const int Most = 100_000;

    /// <returns>In the order of <see cref="AudiencePlace"/>.</returns>
    public static async Task<IReadOnlyList<string>> DrawAsync(IAsyncEnumerable<string> users, int size, string seed, CancellationToken cancel)
    {
        // The highest of the lowest hashes on top, to be thrown out first.
        var drawn = new PriorityQueue<string, string>(Comparer<string>.Create((one, other) => string.CompareOrdinal(other, one)));
        await foreach (var user in users.WithCancellation(cancel))
        {
            var hash = HashText.Of(seed, user);
            if (drawn.Count < size)
            {
                drawn.Enqueue(user, hash);
            }
            else
            {
                drawn.EnqueueDequeue(user, hash);
            }
        }

        return [.. drawn.UnorderedItems.Select(item => item.Element).OrderBy(AudiencePlace.Of)];
    }
}
