using System.Runtime.CompilerServices;
using UserOps.Application.Journeys.Running;
using UserOps.Domain.Journeys;

namespace UserOps.Application.Journeys.Control;

/// <summary>The runs of a journey that have not ended, each as <c>{user key} {run}</c>.</summary>
public sealed class InsideOf(RunSummaries summaries)
{
    public IAsyncEnumerable<string> RunAsync(string journey, CancellationToken cancel) =>
        summaries.AllAsync(journey, cancel).Where(run => run.State != RunState.Ended).Select(run => ItemOf(run.UserKey, run.Run));

    public IAsyncEnumerable<string> OfVersionAsync(string journey, int version, CancellationToken cancel) =>
        summaries.AllAsync(journey, cancel).Where(run => run.State != RunState.Ended && run.Version == version).Select(run => ItemOf(run.UserKey, run.Run));

    /// <summary>Of these people. Takes some hundred bytes of memory for each person inside.</summary>
    public async IAsyncEnumerable<string> AmongAsync(string journey, IAsyncEnumerable<string> people, [EnumeratorCancellation] CancellationToken cancel)
    {
        var inside = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var run in summaries.AllAsync(journey, cancel).Where(run => run.State != RunState.Ended))
        {
            inside[run.UserKey] = run.Run;
        }

        await foreach (var user in people.WithCancellation(cancel))
        {
            if (inside.TryGetValue(user, out var run))
            {
                yield return ItemOf(user, run);
            }
        }
    }

    private static string ItemOf(string userKey, string run) => $"{userKey} {run}";
}
