using System.Runtime.CompilerServices;

namespace UserOps.Application.Segments.Audiences;

/// <summary>Sets of users that come in the order of <see cref="AudiencePlace"/>, put together while they go by: memory does not grow with them.</summary>
public static class AudienceSet
{
    public static IAsyncEnumerable<string> And(IAsyncEnumerable<string> one, IAsyncEnumerable<string> other, CancellationToken cancel) =>
        Merged(cancel, one, other).Where(user => user.In[0] && user.In[1]).Select(user => user.Key);

    public static IAsyncEnumerable<string> Or(IAsyncEnumerable<string> one, IAsyncEnumerable<string> other, CancellationToken cancel) => Merged(cancel, one, other).Select(user => user.Key);

    public static IAsyncEnumerable<string> Minus(IAsyncEnumerable<string> one, IAsyncEnumerable<string> other, CancellationToken cancel) =>
        Merged(cancel, one, other).Where(user => user.In[0] && !user.In[1]).Select(user => user.Key);

    /// <summary>Everybody of any, once, and of which.</summary>
    public static IAsyncEnumerable<(string Key, IReadOnlyList<bool> In)> Merged(CancellationToken cancel, params IAsyncEnumerable<string>[] sets) => MergedAsync(sets, cancel);

    private static async IAsyncEnumerable<(string Key, IReadOnlyList<bool> In)> MergedAsync(IAsyncEnumerable<string>[] sets, [EnumeratorCancellation] CancellationToken cancel)
    {
        var readers = Array.ConvertAll(sets, set => set.GetAsyncEnumerator(cancel));
        try
        {
            var next = new AudiencePlace?[readers.Length];
            for (var i = 0; i < readers.Length; i++)
            {
                next[i] = await NextAsync(readers[i]);
            }

            while (next.Min() is { } first)
            {
                var isIn = Array.ConvertAll(next, place => place == first);
                yield return (first.UserKey, isIn);
                for (var i = 0; i < readers.Length; i++)
                {
                    next[i] = isIn[i] ? await NextAsync(readers[i]) : next[i];
                }
            }
        }
        finally
        {
            foreach (var reader in readers)
            {
                await reader.DisposeAsync();
            }
        }
    }

    private static async Task<AudiencePlace?> NextAsync(IAsyncEnumerator<string> users) => await users.MoveNextAsync() ? AudiencePlace.Of(users.Current) : null;
}
