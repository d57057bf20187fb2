using UserOps.Application.Segments;
using UserOps.Application.Segments.Reviews;
using UserOps.Application.Storage;
using UserOps.Application.Users;
using UserOps.Domain.Paths;
using UserOps.Domain.Users;

namespace UserOps.Application.Paths;

/// <summary>The paths of one person: reads the events of the range and of what a path can reach beyond it, a page in memory at a time.</summary>
public sealed class WalkPerson(ITableStore tables, FindUser find, JudgeSegments judge)
{
    private const int Page = 200;

    /// <param name="who">With the segment <see cref="AskedSegment"/> that the person has to be in; null: everybody is meant.</param>
    /// <returns>Null: the person is not meant, or has become somebody else, who is counted there.</returns>
    public async Task<PathTally?> RunAsync(string userKey, PathQuery query, SegmentSet? who, CancellationToken cancel)
    {
        var user = await find.RunAsync(userKey, cancel);
        if (user.Key != userKey || user.Holder is not Holder.Here { Profile: var profile }
            || (who is not null && !(await judge.RunAsync(profile, who, query.AsOf, cancel))[AskedSegment.Key].Holds))
        {
            return null;
        }

        var tally = PathTally.Bounded(query.Steps);
        var walk = PathWalk.Of(query, tally);
        var (first, last) = query.Span;
        await foreach (var row in tables.RowsAsync(new(userKey, UserRow.EventsFrom(first), UserRow.EventsFrom(last.AddTicks(1)), Page), cancel))
        {
            var said = Documents.Read(row, PathsJson.Compact.PassedEvent);
            if (query.OwnEvents || !IsOwn(said.Source))
            {
                walk.Pass(new(said.Name, said.OccurredAt));
            }
        }

        walk.Finish();
        return tally;
    }

    /// <summary>What the suite, its journeys and its operators say of somebody is nothing that the person did.</summary>
    private static bool IsOwn(string source) => source is UserFold.PassageSource or UserFold.JourneySource or UserFold.OperatorSource;
}
