using System.Text.Json;
using UserOps.Application.Settings;
using UserOps.Application.Storage;
using UserOps.Domain;
using UserOps.Domain.Scoring;
using UserOps.Domain.Scoring.Value;

namespace UserOps.Application.Scoring;

/// <summary>Third pass over one bucket: writes the rows of users who now stand elsewhere, then tells their passages.</summary>
public sealed class ScoreBucket(
    ITableStore tables, RunRows runs, BucketReader facts, WorkRows work, TellTransitions tell, UserOpsSettings settings, TimeProvider time)
{
    private const int Tries = 5;

    /// <returns>Users of the bucket who were there on the day.</returns>
    public async Task<int> RunAsync(DateOnly asOf, byte bucket, CancellationToken cancel)
    {
        var run = await runs.GetAsync(asOf, cancel);
        var model = await FindCutPoints.ReadAsync(work, asOf, cancel);
        var value = await FindCutPoints.ReadValueAsync(work, asOf, cancel);
        var key = WorkRows.Key(WorkRows.TalliesOf(run), bucket);

        // What an interrupted try of this attempt wrote is part of what the attempt wrote.
        var written = await work.FindAsync(asOf, key, cancel) is { } earlier
            ? JsonSerializer.Deserialize(earlier, ScoringJson.Default.ScoreTally)!.RowsWritten
            : 0;
        for (var tried = 0; tried < Tries; tried++)
        {
            if (await TryAsync(run, model, value, bucket, written, cancel) is { } counted)
            {
                await work.PutAsync(asOf, key, JsonSerializer.SerializeToUtf8Bytes(counted, ScoringJson.Default.ScoreTally), cancel);
                return (int)counted.Users;
            }
        }

        throw new InvalidOperationException($"Bucket {bucket:x2} was written by somebody else {Tries} times while it was scored as of {RunRows.Text(asOf)}.");
    }

    private async Task<ScoreTally?> TryAsync(ScoringRun run, ScoringModel? model, ValueModel value, byte bucket, long written, CancellationToken cancel)
    {
        var users = await facts.ReadAsync(run, bucket, cancel);
        var rows = await StandingRows.ReadAsync(tables, run, bucket, cancel);
        await tell.RunAsync(bucket, rows.Untold, cancel);

        var now = time.GetUtcNow();
        var endOfDay = WorkspaceDay.EndOf(run.AsOf, settings.Workspace.Zone);
        var writer = new ScoreWriter(tables, run, bucket, endOfDay < now ? endOfDay : now, now);
        var tally = new ScoreTally { RowsWritten = written };
        var day = Days.Of(run.AsOf);
        var standings = users.Score(model, value);
        for (var i = 0; i < standings.Count; i++)
        {
            var userKey = users.Users[i].UserKey;
            (ScoreRow Score, string ETag)? existing = rows.Scores.Remove(userKey, out var found) ? found : null;
            tally.Count(standings[i]);
            if (run.Live)
            {
                tally.CountMove(existing?.Score.BeforeDay(day), standings[i], run.Rules.Map);
            }

            if (existing?.Score.Now == standings[i])
            {
                continue;
            }

            tally.RowsWritten++;
            if (!await writer.PutAsync(userKey, standings[i], existing, cancel))
            {
                return null;
            }
        }

        // Merged into somebody else, erased, or not yet there on this day.
        foreach (var (userKey, (_, etag)) in rows.Scores)
        {
            tally.RowsWritten++;
            if (!await writer.DeleteAsync(userKey, etag, cancel))
            {
                return null;
            }
        }

        if (!await writer.FlushAsync(cancel))
        {
            return null;
        }

        await tell.RunAsync(bucket, writer.Written, cancel);
        return tally;
    }
}
