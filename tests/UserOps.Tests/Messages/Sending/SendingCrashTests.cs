using UserOps.Application.Messages;
using UserOps.Domain.Messages;

namespace UserOps.Tests.Messages.Sending;

public sealed class SendingCrashTests
{
    /// <summary>What the provider answers to the first calls, and whether it takes the message all the same.</summary>
    public static TheoryData<string, bool> Answers => new() { { "accepted", false }, { "unknown", true }, { "unknown", false }, { "throttled", false }, { "unreached", false }, { "refused", false } };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task A_crash_before_or_after_any_write_or_call_loses_no_message_and_sends_none_twice(string answer, bool inSecret)
    {
        for (var (crash, over) = (0, false); !over; crash++)
        {
            var world = await SendingWorld.StartAsync();
            world.Email.AcceptsInSecret = inSecret;
            if (First(answer) is { } first)
            {
                world.Email.Next.Enqueue(first);
            }

            var passed = 0;
            Task Pass()
            {
                world.Email.AcceptsInSecret &= world.Email.Accepted.Count == 0;
                return passed++ == crash ? throw new CrashedException() : Task.CompletedTask;
            }

            world.Store.Before = world.Store.After = operation => operation.Changes.Count > 0 ? Pass() : Task.CompletedTask;
            world.Email.Before = world.Email.After = Pass;
            MessageState state;
            try
            {
                state = (await world.UntilDoneAsync(world.Request())).State;
            }
            catch (CrashedException)
            {
                state = (await world.UntilDoneAsync(world.Request())).State;
            }

            over = passed <= crash;
            Assert.True(state == (answer == "refused" && world.Email.Accepted.Count == 0 ? MessageState.Refused : MessageState.Accepted), $"{state} after a crash at {crash}");
            Assert.Equal(state == MessageState.Accepted ? 1 : 0, world.Email.Accepted.Count);
            Assert.Equal(state == MessageState.Accepted ? 1 : 0, await world.CountedAsync());
            Assert.Equal(state, (await world.EntryAsync())!.State);
            Assert.True(crash < 100);
        }
    }

    [Fact]
    public async Task Twenty_at_once_send_one()
    {
        var world = await SendingWorld.StartAsync();
        world.Store.Before = async _ => await Task.Yield();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => world.RunAsync())));

        Assert.Equal(MessageState.Accepted, (await world.UntilDoneAsync(world.Request())).State);
        Assert.Equal((1, 1), (world.Email.Calls, await world.CountedAsync()));
    }

    private static EmailOutcome? First(string answer) => answer switch
    {
        "unknown" => new EmailOutcome.Unknown("timeout"),
        "throttled" => new EmailOutcome.Throttled(TimeSpan.FromSeconds(30)),
        "unreached" => new EmailOutcome.Unreached("down"),
        "refused" => new EmailOutcome.Refused("recipient-invalid", Permanent: true),
        _ => null,
    };

    private sealed class CrashedException : Exception;
}
