using UserOps.Application.Storage;

namespace UserOps.Tests.Simulation;

/// <summary>The simulator itself: what it would be worth if it missed something.</summary>
public sealed class HarnessTests
{
    private static readonly SimulationOptions Calm = new() { Users = 2, Rates = FaultRates.None };

    [Fact]
    public void The_seed_chooses_who_comes_first()
    {
        var orders = Enumerable.Range(0, 40).Select(seed =>
        {
            var simulation = new Simulation(seed, Calm);
            var order = "";
            foreach (var name in (string[])["a", "b", "c"])
            {
                Begin(simulation, async process =>
                {
                    await process.PointAsync("looks");
                    order += name;
                });
            }

            simulation.Run();
            return order;
        });
        Assert.Equal(6, orders.Distinct().Count());
    }

    [Fact]
    public void Two_who_wait_for_each_other_are_a_deadlock()
    {
        var never = new TaskCompletionSource();
        AssertStops("Deadlock", "two friends", _ => never.Task);
    }

    [Fact]
    public void A_wait_on_the_systems_clock_is_found() =>
        AssertStops("Deadlock", "timer of the system's clock", _ => Task.Delay(TimeSpan.FromHours(1), TimeProvider.System));

    [Fact]
    public void Work_that_leaves_the_thread_is_found() => AssertStops("outside the simulator", "Task.Run", async process =>
    {
        Exception? fault = null;
        var thread = new Thread(() => fault = Record.Exception(() => process.Get<ITableStore>().GetAsync("t", "r", default).GetAwaiter().GetResult()));
        thread.Start();
        thread.Join();
        await Task.Yield();
        throw fault!;
    });

    [Fact]
    public void A_semaphore_is_waited_for_within_the_simulation()
    {
        var simulation = new Simulation(1, Calm);
        using var turn = new SemaphoreSlim(1);
        var (inside, most, done) = (0, 0, 0);
        for (var i = 0; i < 5; i++)
        {
            Begin(simulation, async process =>
            {
                await turn.WaitAsync();
                most = Math.Max(most, ++inside);
                await process.PointAsync("has its turn");
                inside--;
                done++;
                turn.Release();
            });
        }

        simulation.Run();
        Assert.Equal((1, 5), (most, done));
    }

    [Fact]
    public void A_long_wait_on_the_simulated_clock_takes_no_time()
    {
        var simulation = new Simulation(1, Calm);
        var before = simulation.Now;
        var slept = false;
        Begin(simulation, async process =>
        {
            await Task.Delay(TimeSpan.FromHours(3), process.Get<TimeProvider>());
            slept = simulation.Now - before >= TimeSpan.FromHours(3);
        });
        simulation.Run();
        Assert.True(slept);
    }

    [Fact]
    public void Nothing_of_a_process_goes_on_after_its_end()
    {
        var simulation = new Simulation(1, Calm);
        var after = false;
        SimulatedProcess? ended = null;
        var told = Begin(simulation, async process =>
        {
            ended = process;
            try
            {
                process.Crash();
                await process.PointAsync("goes on");
            }
            finally
            {
                after = true;
            }
        });
        simulation.Run();
        Assert.False(after);
        Assert.False(ended!.Alive);
        Assert.IsType<ProcessEndedException>(Assert.Single(told));
    }

    [Fact]
    public void Every_kind_of_fault_happens_within_a_few_seeds()
    {
        var kinds = Enumerable.Range(0, 20).SelectMany(seed => Verdict.Of(seed, new() { Users = 10 }).Simulation.Faults.Counts.Keys).Distinct();
        Assert.Superset(new HashSet<string> { "clock jump", "crash", "lost answer", "own conflict", "pause", "redelivery", "throttled" }, kinds.ToHashSet());
    }

    private static List<Exception?> Begin(Simulation simulation, Func<SimulatedProcess, Task> work)
    {
        var process = simulation.Fleet.Free()!;
        var ended = new List<Exception?>();
        process.Start("two friends", () => work(process), ended.Add);
        return ended;
    }

    private static void AssertStops(string why, string where, Func<SimulatedProcess, Task> work)
    {
        var simulation = new Simulation(1, Calm);
        var ended = Begin(simulation, work);
        var message = Record.Exception(simulation.Run)?.Message ?? ended.OfType<SimulationException>().FirstOrDefault()?.Message;
        Assert.Contains(why, message, StringComparison.Ordinal);
        Assert.Contains(where, message, StringComparison.Ordinal);
    }
}
