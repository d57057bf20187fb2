using System.Runtime.CompilerServices;
using UserOps.Application.Scoring;
using UserOps.Application.Storage;
using UserOps.Domain.Scoring;

namespace UserOps.Application.Journeys.Control;

/// <summary>Keys of the users in a segment, as the published scores have it: a scan of the 256 buckets, a page in memory at a time.</summary>
public sealed class PeopleOf(ITableStore tables)
{
    /// <param name="run">From <see cref="FindScores"/>.</param>
    public async IAsyncEnumerable<string> RunAsync(ScoringRun run, SegmentName segment, [EnumeratorCancellation] CancellationToken cancel)
    {
        for (var bucket = 0; bucket < Buckets.Count; bucket++)
        {
            await foreach (var row in tables.RowsAsync(RowQuery.Prefix(ScoreRow.Partition(run, (byte)bucket), ScoreRow.Prefix), cancel))
            {
                var score = ScoreRow.Read(row);
                if (NamedSegments.CodeOf(score.Now, segment.Map!) == segment.Name)
                {
                    yield return score.UserKey;
                }
            }
        }
    }
}
