using System.Globalization;
using UserOps.Application.Operations;
using UserOps.Application.Settings;
using UserOps.LocalHost.Storage;

namespace UserOps.LocalHost.Queues;

/// <summary>Hands due messages to their use case, a bounded number at a time, until none is due.</summary>
/// <param name="handle">Must be safe to call twice with the same message.</param>
public sealed partial class QueueWorker(
    SqliteMessageQueue queue,
    Func<ReadOnlyMemory<byte>, CancellationToken, Task> handle,
    BuryMessage bury,
    LimitSettings limits,
    ILogger<QueueWorker> logger)
{
    private const int Concurrency = 24;

    /// <summary>A message that was at hand each of so many times the process ended is taken to be the cause.</summary>
    private const int MostRecoveries = 20;

    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(10);

    /// <returns>When the next message is due; null when none waits.</returns>
    public async Task<DateTimeOffset?> RunOnceAsync(CancellationToken cancel)
    {
        var running = new List<Task>(Concurrency);
        try
        {
            while (true)
            {
                var arrival = queue.Arrival;
                var claimed = await queue.ClaimAsync(Concurrency - running.Count, cancel);
                running.AddRange(claimed.Select(message => Task.Run(() => DeliverAsync(message, cancel), CancellationToken.None)));
                if (running.Count == 0)
                {
                    return queue.NextDue;
                }

                await (running.Count < Concurrency ? Task.WhenAny([arrival, .. running]) : Task.WhenAny(running));
                foreach (var done in running.FindAll(task => task.IsCompleted))
                {
                    running.Remove(done);
                    await done;
                }
            }
        }
        finally
        {
            await Task.WhenAll(running);
        }
    }

    private async Task DeliverAsync(StoredMessage message, CancellationToken cancel)
    {
        try
        {
            if (message.Recoveries >= MostRecoveries)
            {
                await BuryAsync(message, $"The process ended {message.Recoveries} times while this message was at hand.");
                return;
            }

            await handle(message.Body, cancel);
            await queue.CompleteAsync([message.Id]);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            queue.Release(message.Id);
        }
        catch (Exception exception)
        {
            await FailAsync(message with { Tries = message.Tries + 1 }, FailureReason.Of(exception));
        }
    }

    private async Task FailAsync(StoredMessage message, string reason)
    {
        if (message.Tries >= limits.MessageTries)
        {
            await BuryAsync(message, reason);
            return;
        }

        var delay = TimeSpan.FromSeconds(Math.Min(Math.Pow(4, message.Tries - 1), LongestDelay.TotalSeconds));
        LogRetry(message.Id, message.Tries, delay, reason);
        await queue.RetryAsync(message.Id, delay);
    }

    private async Task BuryAsync(StoredMessage message, string reason)
    {
        var id = message.Id.ToString(CultureInfo.InvariantCulture);
        await bury.RunAsync(id, message.Body, message.Enqueued, message.Tries, reason, CancellationToken.None);
        await queue.CompleteAsync([message.Id]);
    }

    [LoggerMessage(LogLevel.Warning, "Message {Id} failed {Tries} times and is tried again in {Delay}: {Reason}")]
    private partial void LogRetry(long id, int tries, TimeSpan delay, string reason);
}
