using System.Collections.Concurrent;
using UserOps.Application.Operations;
using UserOps.Application.Queues;
using UserOps.Application.Settings;
using UserOps.LocalHost.Queues;
using UserOps.LocalHost.Storage;
using UserOps.Tests;

namespace UserOps.LocalHost.Tests.Queues;

public sealed class QueueWorkerTests : IDisposable
{
    private readonly ManualClock _clock = new();
    private readonly TemporaryFolder _temporary = new();
    private readonly RecordedLog<QueueWorker> _log = new();
    private readonly RecordedLog<BuryMessage> _burials = new();
    private readonly DataFolder _folder;
    private readonly ConcurrentQueue<int> _handled = new();
    private LocalDatabase _database;
    private SqliteMessageQueue _queue;
    private DeadLetters _deadLetters;

    public QueueWorkerTests()
    {
        _folder = DataFolder.Open(_temporary.Path);
        (_database, _queue, _deadLetters) = Open();
    }

    [Fact]
    public async Task Worker_handles_all_that_is_due_and_what_arrives_meanwhile()
    {
        await EnqueueAsync([.. Enumerable.Range(1, 200).Select(i => (byte)i)]);
        var worker = Worker(async (body, cancel) =>
        {
            _handled.Enqueue(body.Span[0]);
            if (body.Span[0] == 100)
            {
                await EnqueueAsync(201);
            }
        });

        var next = await worker.RunOnceAsync(default);

        Assert.Null(next);
        Assert.Equal(Enumerable.Range(1, 201), _handled.Order());
        Assert.Equal(0, _queue.Depth);
    }

    [Fact]
    public async Task One_slow_message_does_not_hold_up_those_that_arrive_after_it()
    {
        var slow = new TaskCompletionSource();
        var later = new TaskCompletionSource();
        var worker = Worker(async (body, _) =>
        {
            if (body.Span[0] == 1)
            {
                await slow.Task;
            }

            _handled.Enqueue(body.Span[0]);
            if (body.Span[0] == 2)
            {
                later.SetResult();
            }
        });
        await EnqueueAsync(1);

        var run = worker.RunOnceAsync(default);
        await EnqueueAsync(2);
        await later.Task;
        slow.SetResult();

        Assert.Null(await run);
        Assert.Equal([2, 1], _handled);
    }

    [Fact]
    public async Task Poison_message_becomes_a_dead_letter_after_growing_delays_while_others_go_on()
    {
        await EnqueueAsync(1, 66, 2);
        var worker = Worker((body, _) =>
        {
            _handled.Enqueue(body.Span[0]);
            return body.Span[0] == 66 ? throw new InvalidDataException("jane@example.com is broken") : Task.CompletedTask;
        });

        var delays = new List<TimeSpan>();
        for (var next = await worker.RunOnceAsync(default); next is { } due; next = await worker.RunOnceAsync(default))
        {
            delays.Add(due - _clock.GetUtcNow());
            _clock.Advance(delays[^1]);
            await EnqueueAsync(3);
        }

        Assert.Equal([1, 4, 16, 64], delays.Select(d => (int)d.TotalSeconds));
        Assert.Equal([1, 2, 3, 3, 3, 3, 66, 66, 66, 66, 66], _handled.Order());
        Assert.Equal(0, _queue.Depth);
        var letter = Assert.Single((await _deadLetters.ListAsync(null, 10, default)).Letters);
        Assert.Equal([66], letter.Body);
        Assert.Equal(5, letter.Tries);
        Assert.Equal(TimeSpan.FromSeconds(85), letter.Last - letter.First);
        Assert.StartsWith("InvalidDataException at ", letter.Reason, StringComparison.Ordinal);
        Assert.Equal(4, _log.Lines.Count);
        Assert.Single(_burials.Lines);
        Assert.DoesNotContain(_log.Lines.Concat(_burials.Lines), line => line.Contains("jane", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Replayed_dead_letter_is_handled_once_its_cause_is_gone()
    {
        await EnqueueAsync(66);
        var broken = Worker((_, _) => throw new InvalidDataException());
        for (var next = await broken.RunOnceAsync(default); next is { } due; next = await broken.RunOnceAsync(default))
        {
            _clock.Advance(due - _clock.GetUtcNow());
        }

        var letter = Assert.Single((await _deadLetters.ListAsync(null, 10, default)).Letters);
        Assert.True(await _deadLetters.ReplayAsync(letter.Id, default));
        await Worker(RecordAsync).RunOnceAsync(default);

        Assert.Equal([66], _handled);
        Assert.Empty((await _deadLetters.ListAsync(null, 10, default)).Letters);
    }

    [Fact]
    public async Task Message_at_hand_whenever_the_process_ended_is_given_up_in_the_end()
    {
        await EnqueueAsync(66);
        for (var ends = 0; ends < 20; ends++)
        {
            Assert.Single(await _queue.ClaimAsync(1, default));
            _database.Dispose();
            (_database, _queue, _deadLetters) = Open();
        }

        await Worker(RecordAsync).RunOnceAsync(default);

        Assert.Empty(_handled);
        Assert.Contains("20 times", Assert.Single((await _deadLetters.ListAsync(null, 10, default)).Letters).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shutdown_breaks_off_without_counting_a_failure()
    {
        await EnqueueAsync(1);
        using var stop = new CancellationTokenSource();
        var begun = new TaskCompletionSource();
        var worker = Worker(async (_, cancel) =>
        {
            begun.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancel);
        });

        var run = worker.RunOnceAsync(stop.Token);
        await begun.Task;
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);

        Assert.Empty(_log.Lines);
        Assert.Equal(0, Assert.Single(await _queue.ClaimAsync(1, default)).Tries);
    }

    [Fact]
    public async Task Loop_wakes_for_a_message_that_arrives_while_it_waits()
    {
        using var handled = new SemaphoreSlim(0);
        var worker = Worker((_, _) =>
        {
            handled.Release();
            return Task.CompletedTask;
        });
        using var loop = new QueueLoop(worker, _queue, TimeProvider.System, new RecordedLog<QueueLoop>());
        await loop.StartAsync(default);

        for (var i = 0; i < 20; i++)
        {
            await EnqueueAsync(1);
            Assert.True(await handled.WaitAsync(TimeSpan.FromSeconds(30)));
        }

        await loop.StopAsync(default);
        Assert.Equal(0, _queue.Depth);
    }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
        _temporary.Dispose();
    }

    private Task RecordAsync(ReadOnlyMemory<byte> body, CancellationToken cancel)
    {
        _handled.Enqueue(body.Span[0]);
        return Task.CompletedTask;
    }

    private QueueWorker Worker(Func<ReadOnlyMemory<byte>, CancellationToken, Task> handle) =>
        new(_queue, handle, new(_deadLetters, _clock, _burials), new LimitSettings(), _log);

    private Task EnqueueAsync(params byte[] bodies) => _queue.EnqueueAsync([.. bodies.Select(b => new QueueMessage([b]))], default);

    private (LocalDatabase Database, SqliteMessageQueue Queue, DeadLetters DeadLetters) Open()
    {
        var database = LocalDatabase.Open(_folder);
        var queue = new SqliteMessageQueue(database, _clock);
        return (database, queue, new(new SqliteTableStore(database), queue));
    }
}
