namespace UserOps.LocalHost.Tests.Events;

/// <summary>Invariants 1, 2 and 10 on the real program: 20,000 events, SIGKILL in the middle of it, and again.</summary>
public sealed class KilledHostTests
{
    private const int Events = 20_000;
    private const int Kills = 6;
    private const int InFlight = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task A_host_killed_at_any_moment_loses_no_confirmed_event_and_counts_none_twice()
    {
        var day = new ShopDay(Events, users: 200);
        var seed = Environment.TickCount;
        using var folder = new TemporaryFolder();
        var killed = await SeenAfterKillsAsync(day, folder.Path, new Random(seed));
        await using var calm = await TestHost.StartAsync();
        await SendAllAsync(calm.Client, day.Batches);
        var undisturbed = await SeenAsync(day, calm.Client);

        Assert.Equal(undisturbed.Count, killed.Count);
        for (var user = 0; user < day.Users; user++)
        {
            Assert.True(undisturbed[user] == killed[user], $"seed {seed}, user {user}:\n{undisturbed[user]}\n{killed[user]}");
        }
    }

    private static async Task<IReadOnlyList<string>> SeenAfterKillsAsync(ShopDay day, string folder, Random random)
    {
        var waiting = new Queue<string>(day.Batches);
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var host = await HostProcess.ServeAsync(folder);
            var sending = SendAsync(host.Client, waiting, most: day.Batches.Count / Kills);
            await Task.WhenAny(sending, Task.Delay(TimeSpan.FromMilliseconds(random.Next(20, 1_200))));
            await host.KillAsync();
            await sending;
        }

        await using var last = await HostProcess.ServeAsync(folder);
        while (waiting.Count > 0)
        {
            await SendAsync(last.Client, waiting, most: int.MaxValue);
        }

        return await SeenAsync(day, last.Client);
    }

    private static async Task SendAllAsync(HttpClient client, IReadOnlyList<string> batches)
    {
        var waiting = new Queue<string>(batches);
        await SendAsync(client, waiting, int.MaxValue);
        Assert.Empty(waiting);
    }

    /// <summary>Sends until a batch fails (the host is dead) or so many are confirmed; what was not confirmed waits for the next host.</summary>
    private static async Task SendAsync(HttpClient client, Queue<string> waiting, int most)
    {
        var dead = false;
        var confirmed = 0;
        await Task.WhenAll(Enumerable.Range(0, InFlight).Select(_ => Task.Run(async () =>
        {
            while (!dead && Volatile.Read(ref confirmed) < most && Take(waiting) is { } batch)
            {
                if (await ShopDay.TrySendAsync(client, batch))
                {
                    Interlocked.Increment(ref confirmed);
                }
                else
                {
                    dead = true;
                    lock (waiting)
                    {
                        waiting.Enqueue(batch);
                    }
                }
            }
        })));
    }

    private static string? Take(Queue<string> waiting)
    {
        lock (waiting)
        {
            return waiting.TryDequeue(out var batch) ? batch : null;
        }
    }

    private static async Task<IReadOnlyList<string>> SeenAsync(ShopDay day, HttpClient client)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await day.AppliedAsync(client) is var applied && applied < Events)
        {
            Assert.False(patience.IsCancellationRequested, $"only {applied} of {Events} events were applied");
            await Task.Delay(200, CancellationToken.None);
        }

        return await day.SeenAsync(client);
    }
}
