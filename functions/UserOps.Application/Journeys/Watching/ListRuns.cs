using System.Globalization;
using UserOps.Application.Journeys.Running;
using UserOps.Application.Users;

namespace UserOps.Application.Journeys.Watching;

/// <summary>The runs of a journey in pages, shard by shard; in no order that means anything.</summary>
public sealed class ListRuns(RunSummaries summaries, IUserDirectory directory)
{
    public const int MostOnPage = 200;

    /// <summary>Rows that one call looks at, so that a filter that takes few ends too.</summary>
    private const int MostRead = 5_000;

    /// <param name="from">As <see cref="TryPlace"/> reads it; null: from the first.</param>
    /// <param name="size">1 to <see cref="MostOnPage"/>.</param>
    public async Task<ListedRuns> RunAsync(string journey, RunFilter filter, string? from, int size, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, MostOnPage);
        _ = TryPlace(from, out var shard, out var start);
        var found = new List<RunSummary>(size);
        for (var read = 0; shard < RunSummaries.Shards && found.Count < size && read < MostRead;)
        {
            // No more than there is room for, so that the next page begins where this one ends.
            var page = await summaries.PageAsync(journey, shard, start, filter == new RunFilter() ? size - found.Count : size, cancel);
            read += page.Runs.Count + 1;
            foreach (var run in page.Runs)
            {
                if (found.Count == size)
                {
                    return await NamedAsync(found, Place(shard, run.Run), cancel);
                }

                found.AddRange(filter.Takes(run) ? [run] : []);
            }

            (shard, start) = page.Next is { } next ? (shard, next) : (shard + 1, null);
        }

        return await NamedAsync(found, shard < RunSummaries.Shards ? Place(shard, start) : null, cancel);
    }

    /// <summary>Where a page begins: <c>05~{run}</c> or <c>05</c>.</summary>
    public static bool TryPlace(string? text, out int shard, out string? run)
    {
        (shard, run) = (0, null);
        if (text is null)
        {
            return true;
        }

        var parts = text.Split('~');
        run = parts is [_, { Length: 26 } id] ? id : null;
        return int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out shard) && shard < RunSummaries.Shards
            && (parts.Length == 1 || (parts.Length == 2 && run is not null && run.All(char.IsAsciiLetterOrDigit)));
    }

    private static string Place(int shard, string? run) => shard.ToString("d2", CultureInfo.InvariantCulture) + (run is null ? "" : $"~{run}");

    private async Task<ListedRuns> NamedAsync(List<RunSummary> found, string? next, CancellationToken cancel)
    {
        var names = await directory.DisplayIdsAsync(found.ConvertAll(run => run.UserKey), cancel);
        return new([.. found.Select((run, i) => ListedRun.Of(run, names[i]))], next);
    }
}
