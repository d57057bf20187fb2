using UserOps.Application.Scoring;
using UserOps.Tests.Storage;

namespace UserOps.Tests.Scoring;

public class InterruptedRunTests
{
    private static readonly DateOnly Day = new(2026, 3, 1);

    /// <summary>A crash before or after any single write, then the same run again: nobody can tell.</summary>
    [Fact]
    public async Task A_run_killed_at_any_write_and_run_again_ends_as_if_it_had_never_been_killed()
    {
        using var calm = await PreparedAsync();
        var writes = await CountWritesAsync(calm);
        var run = await calm.ScoreAsync(Day.AddDays(1));
        Assert.Contains(calm.Told.Lines, line => line.Contains(" Segment Changed ", StringComparison.Ordinal));
        Assert.Equal(5, calm.Told.Lines.Count(line => line.Contains(" Churn Warning watch>at-risk ", StringComparison.Ordinal)));

        // Every so often on the way, and at each write from the publication on; after the very last one there is nothing left to kill.
        var kills = Enumerable.Range(0, (int)writes - 1).Where(write => write % 53 == 0 || write >= writes - 12);
        foreach (var kill in kills)
        {
            using var workspace = await PreparedAsync();
            KillAt(workspace, kill, after: kill % 2 == 0);
            var killed = await Record.ExceptionAsync(() => workspace.ScoreAsync(Day.AddDays(1)));
            workspace.Tables.Before = workspace.Tables.After = null;

            // Buckets are worked on side by side, so a note of progress more or less may be written than in the calm run; after the last write all is done.
            if (await workspace.Use<RunRows>().WantedAsync(default) is [])
            {
                Assert.InRange(kill, writes - 12, writes);
                Assert.Equal(RunStatus.Done, (await workspace.Use<RunRows>().GetAsync(Day.AddDays(1), default)).Status);
                continue;
            }

            Assert.NotNull(killed);

            await workspace.Use<ScoringWorker>().RunOnceAsync(default);

            var again = await workspace.Use<RunRows>().GetAsync(Day.AddDays(1), default);
            Assert.Equal((RunStatus.Done, Day), (again.Status, again.Before));
            Assert.Equal(run.Tally!.Codes, again.Tally!.Codes);
            Assert.Equal(run.Tally.SegmentMoves, again.Tally.SegmentMoves);
            Assert.Equal(calm.ScoreRows(), workspace.ScoreRows());
            Assert.Equal(calm.Told.Lines, workspace.Told.Lines);
            Assert.Empty(await workspace.Use<RunRows>().WantedAsync(default));
            Assert.DoesNotContain(workspace.Tables.Rows, row => row.Partition.Value.StartsWith("s~", StringComparison.Ordinal) || row.Key.Value.StartsWith("T~", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_second_worker_at_the_same_bucket_makes_the_first_look_again()
    {
        using var workspace = await PreparedAsync();
        var meddled = false;
        workspace.Tables.Before = async operation =>
        {
            if (!meddled && operation.Kind == StoreOperationKind.Commit && operation.Changes.Any(c => c.Key.Value.StartsWith(ScoreRow.Prefix, StringComparison.Ordinal)))
            {
                meddled = true;
                var bucket = Convert.ToByte(operation.Partition.Value[2..], 16);
                await workspace.Use<ScoreBucket>().RunAsync(Day.AddDays(1), bucket, default);
            }
        };

        var run = await workspace.ScoreAsync(Day.AddDays(1));

        using var calm = await PreparedAsync();
        Assert.True(meddled);
        Assert.Equal((await calm.ScoreAsync(Day.AddDays(1))).Tally!.SegmentMoves, run.Tally!.SegmentMoves);
        Assert.Equal(calm.ScoreRows(), workspace.ScoreRows());
        Assert.Equal(calm.Told.Lines, workspace.Told.Lines);
        Assert.True(workspace.Tables.Counts.Conflicts > 0);
    }

    private static async Task<Workspace> PreparedAsync()
    {
        var workspace = new Workspace();
        for (var i = 0; i < 60; i++)
        {
            workspace.Seen($"c{i}", Day.AddDays(-3 * i), Workspace.Order(Day.AddDays(-3 * i), 1_000 + (i * 331 % 7_000)));
        }

        // Every ten days, and silent for as long as is only watched: a day later they are at risk.
        for (var i = 0; i < 5; i++)
        {
            workspace.Seen($"silent{i}", Day.AddDays(-65), [.. Enumerable.Range(0, 4).Select(n => Workspace.Order(Day.AddDays(-35 - (10 * n)), 1_000))]);
        }

        await workspace.ScoreAsync(Day);
        for (var i = 0; i < 60; i += 4)
        {
            workspace.Add($"c{i}", Workspace.Order(Day.AddDays(1), 30_000));
        }

        return workspace;
    }

    private static async Task<long> CountWritesAsync(Workspace like)
    {
        using var workspace = await PreparedAsync();
        var before = workspace.Tables.Counts.Commits;
        await workspace.ScoreAsync(Day.AddDays(1));
        Assert.Empty(like.Told.All);
        return workspace.Tables.Counts.Commits - before;
    }

    private static void KillAt(Workspace workspace, int write, bool after)
    {
        var seen = 0;
        var dead = false;
        Task Hook(StoreOperation operation)
        {
            if (dead || (operation.Kind == StoreOperationKind.Commit && Interlocked.Increment(ref seen) > write))
            {
                dead = true;
                throw new IOException("Killed.");
            }

            return Task.CompletedTask;
        }

        if (after)
        {
            workspace.Tables.After = Hook;
            workspace.Tables.Before = _ => dead ? throw new IOException("Killed.") : Task.CompletedTask;
        }
        else
        {
            workspace.Tables.Before = Hook;
        }
    }
}
