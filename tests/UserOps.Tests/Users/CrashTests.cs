using UserOps.Domain.Events;
using static UserOps.Tests.Users.AnyOrderTests;

namespace UserOps.Tests.Users;

/// <summary>Invariant 10 for apply: the process may die before or after any write, and two workers may hold the same user; the queue delivers again until it is done.</summary>
public sealed class CrashTests
{
    [Theory]
    [MemberData(nameof(AnyOrderTests.Stories), MemberType = typeof(AnyOrderTests))]
    public async Task A_crash_before_or_after_any_write_costs_nothing_but_repetition(string name)
    {
        var story = EventsOf(name);
        var expected = await OutcomeAsync(story, chunk: 1);
        for (var seed = 0; seed < Seeds; seed++)
        {
            var random = new Random(seed);
            var world = new World();
            world.Store.Before = world.Store.After = _ => random.Next(30) == 0 ? throw new CrashException() : Task.CompletedTask;
            foreach (var message in Shuffled(story, random).Chunk(random.Next(1, 6)))
            {
                var tries = 1;
                while (!await TryAsync(world, message))
                {
                    Assert.True(++tries < 1_000, $"seed {seed}: no progress");
                }
            }

            world.Store.Before = world.Store.After = null;
            Assert.True(expected == Describe(world), $"seed {seed}: expected\n{expected}\nbut was\n{Describe(world)}\n{world.Redirects()}");
            Assert.DoesNotContain(world.Store.Rows, row => row.Key.Value.StartsWith("x~", StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(AnyOrderTests.Stories), MemberType = typeof(AnyOrderTests))]
    public async Task Workers_that_hold_the_same_people_at_once_end_as_one_alone_would(string name)
    {
        var story = EventsOf(name);
        var expected = await OutcomeAsync(story, chunk: 1);
        for (var seed = 0; seed < Seeds; seed++)
        {
            var random = new Random(seed);
            var world = new World();
            world.Store.Before = world.Store.After = async _ =>
            {
                for (var i = Random.Shared.Next(4); i > 0; i--)
                {
                    await Task.Yield();
                }
            };
            UserEvent[] deliveries = [.. story, .. Shuffled(story, random).Take(6)];
            await Task.WhenAll(Shuffled(deliveries, random).Chunk(random.Next(1, 6)).Select(message => Task.Run(() => world.ApplyAsync(message))));
            Assert.True(expected == Describe(world), $"seed {seed}: expected\n{expected}\nbut was\n{Describe(world)}\n{world.Redirects()}");
        }
    }

    [Fact]
    public async Task A_hundred_workers_at_one_user_all_get_their_turn()
    {
        var world = new World();
        world.Store.Before = async _ => await Task.Yield();
        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(() => world.ApplyAsync(Said.Track($"t{i}", Said.User("ann"), i)))));
        Assert.Equal(100, Assert.Single(world.Profiles()).Seq);
    }

    private static int Seeds => Environment.GetEnvironmentVariable("USEROPS_LONG") is null ? 150 : 10_000;

    private static UserEvent[] Shuffled(UserEvent[] events, Random random)
    {
        UserEvent[] copy = [.. events];
        random.Shuffle(copy);
        return copy;
    }

    private static async Task<bool> TryAsync(World world, UserEvent[] message)
    {
        try
        {
            await world.ApplyAsync(message);
            return true;
        }
        catch (CrashException)
        {
            return false;
        }
    }

    private sealed class CrashException : Exception;
}
