using UserOps.Domain.Events;

namespace UserOps.Tests.Segments.Reviews;

/// <summary>Dynamic membership after any stream of events equals evaluation from scratch, whatever dies on the way.</summary>
public sealed class AnyStreamTests
{
    private static int Runs => Environment.GetEnvironmentVariable("USEROPS_LONG") is null ? 12 : 1_000;

    [Fact]
    public async Task After_any_events_and_any_time_everybody_is_where_evaluation_from_scratch_puts_them()
    {
        for (var seed = 0; seed < Runs; seed++)
        {
            var random = new Random(seed);
            var town = new Town();
            await town.PublishAllAsync();
            var stream = new AnyStream(random);
            for (var step = 0; step < 25; step++)
            {
                await town.World.ApplyAsync(stream.Next(town.Day));
                await town.World.DrainAsync(random.Next());
                await town.CheckAsync($"seed {seed}, step {step}");
                await town.PassAsync(TimeSpan.FromHours(random.Next(1, 24 * random.Next(1, 8))));
                await (random.Next(6) == 0 ? town.NightAsync() : Task.CompletedTask);
                await town.CheckAsync($"seed {seed}, after step {step}");
            }
        }
    }

    [Fact]
    public async Task A_crash_before_or_after_any_write_costs_nothing_but_repetition()
    {
        for (var seed = 0; seed < Runs; seed++)
        {
            var random = new Random(seed);
            var town = new Town();
            await town.PublishAllAsync();
            var stream = new AnyStream(random);
            for (var step = 0; step < 15; step++)
            {
                var message = stream.Next(town.Day);
                town.World.Store.Before = town.World.Store.After = _ => random.Next(25) == 0 ? throw new CrashException() : Task.CompletedTask;
                await UntilDoneAsync(() => town.World.ApplyAsync(message), seed);
                await UntilDoneAsync(() => town.World.DrainAsync(random.Next()), seed);
                town.Clock.Advance(TimeSpan.FromHours(random.Next(1, 24 * random.Next(1, 8))));
                await UntilDoneAsync(() => town.World.Get<Application.Segments.Reviews.ReviewDueUsers>().RunOnceAsync(default), seed);
                town.World.Store.Before = town.World.Store.After = null;

                // Those whose review broke were put off by minutes.
                await town.PassAsync(TimeSpan.FromHours(2));
                await town.CheckAsync($"seed {seed}, step {step}");
            }
        }
    }

    [Fact]
    public async Task Workers_at_the_same_people_at_once_end_as_one_alone_would()
    {
        for (var seed = 0; seed < Runs; seed++)
        {
            var random = new Random(seed);
            var town = new Town();
            await town.PublishAllAsync();
            var stream = new AnyStream(random);
            for (var step = 0; step < 6; step++)
            {
                UserEvent[][] messages = [.. Enumerable.Range(0, 6).Select(_ => stream.Next(town.Day))];
                town.World.Store.Before = town.World.Store.After = async _ =>
                {
                    for (var i = Random.Shared.Next(4); i > 0; i--)
                    {
                        await Task.Yield();
                    }
                };
                await Task.WhenAll(messages.Select(message => Task.Run(() => town.World.ApplyAsync(message))));
                town.World.Store.Before = town.World.Store.After = null;
                await town.PassAsync(TimeSpan.FromHours(random.Next(1, 100)));
                await town.CheckAsync($"seed {seed}, step {step}");
            }
        }
    }

    private static async Task UntilDoneAsync(Func<Task> work, int seed)
    {
        for (var tries = 0; tries < 1_000; tries++)
        {
            try
            {
                await work();
                return;
            }
            catch (CrashException)
            {
            }
        }

        Assert.Fail($"seed {seed}: no progress");
    }

    private sealed class CrashException : Exception;
}
