using System.Globalization;
using System.Text;
using CsvHelper;
using UserOps.Application.Settings;
using UserOps.Application.Storage;
using UserOps.Application.Users;
using UserOps.Domain;
using UserOps.Domain.Scoring;

namespace UserOps.Application.Scoring;

/// <summary>Writes the scores of a run as CSV (RFC 4180, UTF-8), a page of users at a time.</summary>
public sealed class ExportScores(ITableStore tables, IUserDirectory directory, UserOpsSettings settings)
{
    private const int Page = 1_000;

    /// <param name="run">From <see cref="FindScores"/>.</param>
    /// <param name="everyone">Users without an order that counts as well, with empty scores.</param>
    /// <returns>Users written.</returns>
    public async Task<long> RunAsync(ScoringRun run, Stream stream, bool everyone, CancellationToken cancel)
    {
        await using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 64 * 1024, leaveOpen: true);
        await using var csv = new CsvWriter(text, CultureInfo.InvariantCulture, leaveOpen: true);
        ScoresCsv.WriteHeader(csv);
        await csv.NextRecordAsync();
        var written = 0L;
        for (var bucket = 0; bucket < Buckets.Count; bucket++)
        {
            var page = new List<(string UserKey, DayFigures Figures, Standing Standing)>(Page);
            await foreach (var user in UsersAsync(run, (byte)bucket, cancel))
            {
                if (everyone || user.Standing.Rfm is not null)
                {
                    page.Add(user);
                }

                if (page.Count == Page)
                {
                    written += await WriteAsync(csv, page, cancel);
                    page.Clear();
                }
            }

            written += await WriteAsync(csv, page, cancel);
        }

        await csv.FlushAsync();
        await text.FlushAsync(cancel);
        return written;
    }

    /// <summary>Facts and scores of a bucket side by side: both come in the order of user keys.</summary>
    private async IAsyncEnumerable<(string UserKey, DayFigures Figures, Standing Standing)> UsersAsync(
        ScoringRun run, byte bucket, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await using var facts = tables.RowsAsync(RowQuery.Prefix(FactRow.Partition(bucket), FactRow.Prefix), cancel).GetAsyncEnumerator(cancel);
        var more = await facts.MoveNextAsync();
        await foreach (var row in tables.RowsAsync(RowQuery.Prefix(ScoreRow.Partition(run, bucket), ScoreRow.Prefix), cancel))
        {
            var score = ScoreRow.Read(row);
            var key = FactRow.Key(score.UserKey);
            while (more && facts.Current.Key.CompareTo(key) < 0)
            {
                more = await facts.MoveNextAsync();
            }

            if (more && facts.Current.Key == key)
            {
                yield return (score.UserKey, DayFigures.Of(FactRow.Read(facts.Current), Days.Of(run.AsOf), run.Rules), score.Now);
            }
        }
    }

    private async Task<int> WriteAsync(CsvWriter csv, List<(string UserKey, DayFigures Figures, Standing Standing)> page, CancellationToken cancel)
    {
        if (page.Count == 0)
        {
            return 0;
        }

        var ids = await directory.DisplayIdsAsync(page.ConvertAll(user => user.UserKey), cancel);
        var written = 0;
        for (var i = 0; i < page.Count; i++)
        {
            // Without a profile the user has been erased or merged since, and belongs in no file.
            if (ids[i] is { } id)
            {
                ScoresCsv.Write(csv, id, page[i].Figures, page[i].Standing, settings.Workspace.Currency);
                await csv.NextRecordAsync();
                written++;
            }
        }

        return written;
    }
}
