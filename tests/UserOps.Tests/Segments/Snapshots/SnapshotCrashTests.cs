using UserOps.Application.Segments.Snapshots;
using UserOps.Application.Segments.Sweeps;
using UserOps.Tests.Segments.Definitions;
using UserOps.Tests.Segments.Reviews;

namespace UserOps.Tests.Segments.Snapshots;

public sealed class SnapshotCrashTests
{
    private static int Runs => Environment.GetEnvironmentVariable("USEROPS_LONG") is null ? 12 : 500;

    [Fact]
    public async Task Whoever_dies_wherever_it_comes_to_be_exact_and_goes_without_a_trace()
    {
        for (var seed = 0; seed < Runs; seed++)
        {
            var (town, random) = (new Town(), new Random(seed));
            await town.World.PublishAsync("ulm", SegmentShelf.Ulm);
            await town.LiveAsync(0, 25, "Ulm");
            await town.PassAsync(BackFill.Wait);
            town.World.Store.Before = town.World.Store.After = operation => operation.Partition.Value.StartsWith('s') && random.Next(600) == 0 ? throw new IOException("gone") : Task.CompletedTask;
            Snapshot? taken = null;
            while (taken is null)
            {
                try
                {
                    taken = await town.TakeAsync("k");
                }
                catch (IOException)
                {
                }
            }

            // Comes and goes meanwhile, and is none of its business.
            town.Clock.Advance(TimeSpan.FromSeconds(1));
            await TryAsync(() => town.LiveAsync(0, 5, "Bonn"));
            await TryAsync(() => town.LiveAsync(25, 30, "Ulm"));
            await town.ResumeAsync(12);
            town.World.Store.Before = town.World.Store.After = null;
            await town.ResumeAsync(2);

            var done = (await town.ReadAsync(taken.Id))!;
            Assert.True((done.State, done.Count) == (SnapshotState.Done, 25L), $"seed {seed}: {done}");
            Assert.Equal(SnapshotTown.Named(Enumerable.Range(0, 25)), await town.UsersAsync(done));
            Assert.All(town.Left(), row => Assert.True(row.StartsWith($"snapshot~{done.TakenBy}", StringComparison.Ordinal) || row.StartsWith("snapshots~", StringComparison.Ordinal), $"seed {seed}: {row}"));

            town.World.Store.Before = town.World.Store.After = operation => operation.Partition.Value.StartsWith('s') && random.Next(600) == 0 ? throw new IOException("gone") : Task.CompletedTask;
            while (true)
            {
                try
                {
                    await town.World.Get<ClearSnapshot>().RunAsync("ulm", taken.Id, default);
                    break;
                }
                catch (IOException)
                {
                }
            }

            await town.ResumeAsync(12);
            town.World.Store.Before = town.World.Store.After = null;
            await town.ResumeAsync(2);
            Assert.True(town.Left() is ["snapshots~ulm -"], $"seed {seed}: {string.Join(", ", town.Left())}");
            Assert.Empty(await town.World.Get<SweepRows>().OpenAsync(default).ToListAsync());
        }
    }

    [Fact]
    public async Task Two_who_take_the_same_at_once_make_one_and_clear_up()
    {
        var town = new Town();
        await town.World.PublishAsync("ulm", SegmentShelf.Ulm);
        await town.LiveAsync(0, 10, "Ulm");
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ =>
        {
            await Task.Yield();
            return await town.TakeAsync("k");
        }));
        Assert.Equal(both[0], both[1]);
        await town.ResumeAsync(1);
        Assert.Equal(10, (await town.ReadAsync(both[0].Id))!.Count);
        Assert.All(town.Left(), row => Assert.True(row.StartsWith($"snapshot~{both[0].TakenBy}", StringComparison.Ordinal) || row.StartsWith("snapshots~", StringComparison.Ordinal), row));
    }

    private static async Task TryAsync(Func<Task> run)
    {
        while (true)
        {
            try
            {
                await run();
                return;
            }
            catch (IOException)
            {
            }
        }
    }
}
