using UserOps.Application.Storage;

namespace UserOps.Application.Scoring;

/// <summary>What a bucket holds from earlier runs: score rows with their ETags, and outbox rows that were not emptied.</summary>
internal sealed record StandingRows(Dictionary<string, (ScoreRow Score, string ETag)> Scores, IReadOnlyList<TransitionBatch> Untold)
{
    public static async Task<StandingRows> ReadAsync(ITableStore tables, ScoringRun run, byte bucket, CancellationToken cancel)
    {
        var scores = new Dictionary<string, (ScoreRow, string)>(StringComparer.Ordinal);
        var untold = new List<TransitionBatch>();
        var query = new RowQuery(ScoreRow.Partition(run, bucket), ScoreRow.Prefix, RowQuery.EndOf(TransitionRow.Prefix));
        await foreach (var row in tables.RowsAsync(query, cancel))
        {
            if (row.Key.Value.StartsWith(TransitionRow.Prefix, StringComparison.Ordinal))
            {
                untold.Add(TransitionRow.Read(row));
            }
            else
            {
                var score = ScoreRow.Read(row);
                scores[score.UserKey] = (score, row.ETag);
            }
        }

        return new(scores, untold);
    }
}
