using UserOps.Application.Segments.Sweeps;
using UserOps.Domain.Paths;

namespace UserOps.Application.Paths;

/// <summary>What people did before or after something.</summary>
/// <param name="Id">By which to look again; null: it is done.</param>
/// <param name="AsOf">When it was asked.</param>
/// <param name="Users">Who did what is asked about.</param>
/// <param name="Occurrences">How often.</param>
/// <param name="Exact">False: there was no room for all, and <paramref name="Error"/> says what may be missing.</param>
/// <param name="Paths">The most frequent, in order.</param>
/// <param name="OtherPaths">Occurrences with any other path.</param>
/// <param name="People">Gone through, of the segment where one was named.</param>
/// <param name="Failed">Who could not be looked at and are in no count.</param>
public sealed record PathsView(
    string? Id,
    bool Done,
    DateTimeOffset AsOf,
    string Event,
    PathDirection Direction,
    DateTimeOffset From,
    DateTimeOffset Until,
    long Users,
    long Occurrences,
    bool Exact,
    PathErrorView Error,
    IReadOnlyList<PathStepView> Steps,
    IReadOnlyList<PathView> Paths,
    long OtherPaths,
    long People,
    long Failed,
    int BucketsDone,
    int Buckets)
{
    public static PathsView Of(string? id, PathQuery query, PathTally tally, SweepCounts counts, int bucketsDone)
    {
        PathView[] paths =
        [
            .. tally.Paths.Items.OrderByDescending(one => one.Value.Count).ThenBy(one => one.Key).Take(query.Top)
                .Select(one => new PathView(one.Key.Events, one.Key.End, one.Value.Count, Share(one.Value), one.Value.Users)),
        ];
        var error = new PathErrorView(tally.Steps.Max(step => step.Events.Error), tally.Paths.Error);
        return new(
            id,
            id is null,
            query.AsOf,
            query.Event,
            query.Direction,
            query.From,
            query.Until,
            tally.Users,
            tally.Occurrences,
            error is { Events: 0, Paths: 0 },
            error,
            [.. tally.Steps.Select(StepOf)],
            paths,
            tally.Paths.Total - paths.Sum(path => path.Count),
            counts.In,
            counts.Failed,
            bucketsDone,
            Domain.Scoring.Buckets.Count);

        double Share(Frequency one) => (double)one.Count / tally.Occurrences;

        PathStepView StepOf(StepTally step, int index)
        {
            PathEventView[] events =
            [
                .. step.Events.Items.OrderByDescending(one => one.Value.Count).ThenBy(one => one.Key, StringComparer.Ordinal).Take(query.Top)
                    .Select(one => new PathEventView(one.Key, one.Value.Count, Share(one.Value), one.Value.Users)),
            ];
            return new(index + 1, step.Events.Total, step.Ended, step.Open, events, step.Events.Total - events.Sum(one => one.Count));
        }
    }
}
