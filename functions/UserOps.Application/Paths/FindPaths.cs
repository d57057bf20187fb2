using System.Text;
using UserOps.Application.Segments;
using UserOps.Application.Segments.Sweeps;
using UserOps.Application.Settings;
using UserOps.Domain.Paths;
using UserOps.Domain.Scoring;
using UserOps.Domain.Segments;

namespace UserOps.Application.Paths;

/// <summary>Counts paths: at once where that takes about two seconds, else by a sweep.</summary>
public sealed class FindPaths(
    PublishedSegments published, SweepAtOnce atOnce, WalkPerson walk, BeginPathsWork begin, PathTallyRows tallies, SweepRows rows, CreateSweep create, UserOpsSettings settings, TimeProvider clock)
{
    /// <param name="question">As <see cref="PathQueryReader"/> reads it.</param>
    public async Task<FoundPaths> RunAsync(ReadOnlyMemory<byte> question, CancellationToken cancel)
    {
        var (known, now) = (await published.ReadAsync(cancel), clock.GetUtcNow());
        switch (PathQueryReader.Read(question.Span, now, settings.Workspace.Zone, NamesIn(known)))
        {
            case PathReading.Wrong { Mistakes: var mistakes }:
                return new FoundPaths.Refused(mistakes);
            case PathReading.Of { Query: var query }:
                var who = AskedSegment.Of(query, known);
                var lanes = Enumerable.Range(0, Sweep.Lanes).Select(lane => new PathsWork(walk, query, who, lane, PathTally.Bounded(query.Steps))).ToList();
                if (await atOnce.RunAsync(lane => lanes[lane], cancel) is { } counts)
                {
                    return new FoundPaths.Counted(PathsView.Of(null, query, PathTally.Of(query.Steps, lanes.Select(lane => lane.Tally)), counts, Buckets.Count));
                }

                var sweep = await create.AskAsync(SweepKind.Paths, "", Encoding.UTF8.GetString(question.Span), now, cancel);
                return new FoundPaths.Running(PathsView.Of(sweep.Id, query, PathTally.Bounded(query.Steps), default, 0));
            default:
                throw new InvalidOperationException("An unknown reading.");
        }
    }

    /// <returns>What a question came to so far; null: there is none, or it was thrown away.</returns>
    public async Task<PathsView?> ReadAsync(string id, CancellationToken cancel)
    {
        if (await rows.FindAsync(id, cancel) is not { Kind: SweepKind.Paths } sweep)
        {
            return null;
        }

        // Lanes first: what they count since is in the paths, and nothing that they say is missing from them.
        var (query, lanes) = (begin.QueryOf(sweep), await rows.LanesAsync(id, cancel));
        var done = lanes.Sum(lane => lane.Buckets);
        return PathsView.Of(
            done == Buckets.Count ? null : id, query, await tallies.AllAsync(id, query.Steps, cancel), lanes.Aggregate(default(SweepCounts), (sum, lane) => sum + lane.Counts), done);
    }

    private static ConditionNames NamesIn(SegmentSet known) =>
        new() { Segments = known.SegmentKeys, RetiredTags = known.Tags.Retired.ToHashSet(StringComparer.Ordinal) };
}
