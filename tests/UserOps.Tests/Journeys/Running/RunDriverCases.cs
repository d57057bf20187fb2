using UserOps.Application.Journeys.Running;
using UserOps.Tests.Storage;

namespace UserOps.Tests.Journeys.Running;

/// <summary>What every driver of runs has to do.</summary>
public abstract class RunDriverCases
{
    private const string User = "u~ann";
    private const string Run = "run1";

    public static TheoryData<string> Names => [.. DriverCase.All.Select(@case => @case.Name)];

    public static TheoryData<string, int> Seeds
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var @case in DriverCase.All)
            {
                for (var seed = 1; seed <= 5; seed++)
                {
                    data.Add(@case.Name, seed);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_run_gets_through_in_time(string name) => await PlayAsync(Find(name), seed: 0, TimeSpan.Zero);

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task A_run_gets_through_whatever_write_is_cut_off(string name, int seed)
    {
        var random = new Random(seed);
        await PlayAsync(Find(name), seed, TimeSpan.FromHours(8), (_, bench) =>
        {
            Task Fail(StoreOperation operation) => operation.Kind == StoreOperationKind.Commit && random.Next(12) == 0 ? throw new IOException("Cut off.") : Task.CompletedTask;
            (bench.Store.Before, bench.Store.After) = (Fail, Fail);
        });
    }

    private protected abstract DriverBench NewBench(int seed);

    private static DriverCase Find(string name) => DriverCase.All.Single(@case => @case.Name == name);

    private async Task PlayAsync(DriverCase @case, int seed, TimeSpan moreSlack, Action<DriverCase, DriverBench>? disturb = null)
    {
        var bench = NewBench(seed);
        var start = bench.Clock.GetUtcNow();
        bench.Runs.OneAtATime = @case.Moves.Count > 10;
        bench.Runs.Script(Run, @case.Moves);
        if (@case.Inserted == TimeSpan.Zero)
        {
            await bench.Runs.InsertAsync(Run);
        }

        disturb?.Invoke(@case, bench);
        await Stubbornly(() => bench.Driver.WakeAsync(User, Run, default));
        if (@case.Inserted is { } inserted && inserted > TimeSpan.Zero)
        {
            await bench.RunUntilAsync(start + inserted);
            await Stubbornly(() => bench.Runs.InsertAsync(Run));
        }

        foreach (var (at, isEvent) in @case.Events.Select(at => (at, true)).Concat(@case.Wakes.Select(at => (at, false))).OrderBy(due => due.at))
        {
            await bench.RunUntilAsync(start + at);
            if (isEvent)
            {
                await Stubbornly(() => bench.Runs.HearAsync(Run));
            }

            await Stubbornly(() => bench.Driver.WakeAsync(User, Run, default));
        }

        await bench.RunUntilAsync(start + (@case.Ends ?? TimeSpan.Zero) + @case.Slack + moreSlack);
        Assert.True(
            Enumerable.Range(0, @case.Ends is null ? 0 : @case.Moves.Count).SequenceEqual(bench.Runs.Done.Select(done => done.Move)),
            $"Done: {string.Join(", ", bench.Runs.Done)}; now {bench.Clock.GetUtcNow():O}; alarms {string.Join(", ", AlarmsOf(bench))}");
        if (@case.Ends is { } ends)
        {
            Assert.InRange(bench.Runs.Done[^1].At - start, ends, ends + @case.Slack + moreSlack);
        }

        (bench.Store.Before, bench.Store.After) = (null, null);
        while (await bench.Alarms.NextAsync(default) is { } next)
        {
            // One too many may be left by a write that was cut off, until it is due.
            var then = next > bench.Clock.GetUtcNow() ? next : bench.Clock.GetUtcNow();
            Assert.True(then < start + TimeSpan.FromDays(60), $"Alarms stay: {string.Join(", ", AlarmsOf(bench))}");
            await bench.RunUntilAsync(then + TimeSpan.FromMinutes(20));
        }

        Assert.Empty(bench.StillAtWork);
    }

    private static IEnumerable<string> AlarmsOf(DriverBench bench) => bench.Store.Rows
        .Where(row => row.Partition.Value.StartsWith("alarm~", StringComparison.Ordinal))
        .Select(row => RunAlarm.Of(row)).Select(alarm => $"{alarm.Kind} at {alarm.At:O} since {alarm.Since:O}, {alarm.Attempts} attempts");

    /// <summary>As an outbox does.</summary>
    private static async Task Stubbornly(Func<Task> work)
    {
        while (true)
        {
            try
            {
                await work();
                return;
            }
            catch (IOException)
            {
            }
        }
    }
}
