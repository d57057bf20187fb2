using System.Runtime.CompilerServices;

namespace UserOps.Application.Segments.Audiences;

/// <summary>Sets of users that come in the order of <see cref="AudiencePlace"/>, put together while they go by: memory does not grow with them.</summary>
public static class AudienceSet
{
    public static IAsyncEnumerable<string> And(IAsyncEnumerable<string> one, IAsyncEnumerable<string> other, CancellationToken cancel) =>
        Merged(one, other, cancel).Where(user => user.First && user.Second).Select(user => user.Key);

    public static IAsyncEnumerable<string> Or(IAsyncEnumerable<string> one, IAsyncEnumerable<string> other, CancellationToken cancel) => Merged(one, other, cancel).Select(user => user.Key);

    public static IAsyncEnumerable<string> Minus(IAsyncEnumerable<string> one, IAsyncEnumerable<string> other, CancellationToken cancel) =>
        Merged(one, other, cancel).Where(user => user.First && !user.Second).Select(user => user.Key);

    /// <summary>Everybody of either, once, and of which.</summary>
    public static async IAsyncEnumerable<(string Key, bool First, bool Second)> Merged(
        IAsyncEnumerable<string> one, IAsyncEnumerable<string> other, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var first = one.GetAsyncEnumerator(cancel);
        await using var second = other.GetAsyncEnumerator(cancel);
        var (mine, theirs) = (await NextAsync(first), await NextAsync(second));
        while ((mine ?? theirs) is not null)
        {
            var order = mine is null ? 1 : theirs is null ? -1 : mine.CompareTo(theirs);
            yield return ((order <= 0 ? mine : theirs)!.UserKey, order <= 0, order >= 0);
            (mine, theirs) = (order <= 0 ? await NextAsync(first) : mine, order >= 0 ? await NextAsync(second) : theirs);
        }
    }

    private static async Task<AudiencePlace?> NextAsync(IAsyncEnumerator<string> users) => await users.MoveNextAsync() ? AudiencePlace.Of(users.Current) : null;
}
