using UserOps.Application.Queues;
using UserOps.LocalHost.Queues;
using UserOps.LocalHost.Storage;
using UserOps.Tests.Queues;

namespace UserOps.LocalHost.Tests.Queues;

public sealed class SqliteMessageQueueTests : MessageQueueContract, IDisposable
{
    private readonly TemporaryFolder _temporary = new();
    private readonly DataFolder _folder;
    private LocalDatabase _database;
    private SqliteMessageQueue _queue;

    public SqliteMessageQueueTests()
    {
        _folder = DataFolder.Open(_temporary.Path);
        (_database, _queue) = Open();
    }

    protected override IMessageQueue Queue => _queue;

    [Fact]
    public async Task Claimed_message_comes_to_nobody_else()
    {
        await EnqueueAsync(1, 2, 3);

        var first = await _queue.ClaimAsync(2, default);
        var second = await _queue.ClaimAsync(2, default);

        Assert.Equal(3, first.Concat(second).Select(m => m.Id).Distinct().Count());
        Assert.Empty(await _queue.ClaimAsync(2, default));
        Assert.Equal(3, _queue.Depth);
        await _queue.CompleteAsync([.. first.Select(m => m.Id)]);
        Assert.Equal(1, _queue.Depth);
    }

    [Fact]
    public async Task After_a_restart_every_message_not_completed_comes_again_with_its_tries_and_age()
    {
        await EnqueueAsync(1, 2, 3);
        var enqueued = Clock.GetUtcNow();
        var claimed = await _queue.ClaimAsync(3, default);
        await _queue.CompleteAsync([claimed.Single(m => m.Body[0] == 1).Id]);
        await _queue.RetryAsync(claimed.Single(m => m.Body[0] == 2).Id, TimeSpan.FromMinutes(1));

        Reopen();

        Assert.Equal(2, _queue.Depth);
        var again = Assert.Single(await _queue.ClaimAsync(3, default));
        Assert.Equal([3], again.Body);
        Assert.Equal(0, again.Tries);
        Assert.Equal(enqueued + TimeSpan.FromMinutes(1), _queue.NextDue);
        Clock.Advance(TimeSpan.FromMinutes(1));
        var retried = Assert.Single(await _queue.ClaimAsync(3, default));
        Assert.Equal([2], retried.Body);
        Assert.Equal(1, retried.Tries);
        Assert.Equal(enqueued, retried.Enqueued);
    }

    [Fact]
    public async Task Recoveries_count_restarts_after_which_a_message_was_claimed_and_no_other_delivery()
    {
        await EnqueueAsync(1);
        for (var restarts = 0; restarts < 3; restarts++)
        {
            Assert.Equal(restarts, Assert.Single(await _queue.ClaimAsync(1, default)).Recoveries);
            Reopen();
        }
    }

    [Fact]
    public async Task Released_message_is_due_at_once_and_has_not_failed()
    {
        await EnqueueAsync(1);
        _queue.Release(Assert.Single(await _queue.ClaimAsync(1, default)).Id);

        Assert.Equal(0, Assert.Single(await _queue.ClaimAsync(1, default)).Tries);
    }

    [Fact]
    public async Task Arrival_wakes_whoever_began_to_wait_before_it()
    {
        var arrival = _queue.Arrival;
        Assert.False(arrival.IsCompleted);

        await EnqueueAsync(1);
        await arrival;

        Assert.False(_queue.Arrival.IsCompleted);
    }

    [Fact]
    public async Task Ids_are_not_used_again_while_a_process_lives()
    {
        await EnqueueAsync(1);
        var first = Assert.Single(await TakeAsync());
        await EnqueueAsync(2);

        Assert.True(Assert.Single(await TakeAsync()).Id > first.Id);
    }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
        _temporary.Dispose();
    }

    protected override async Task<IReadOnlyList<byte[]>> TakeDueAsync() => [.. (await TakeAsync()).Select(m => m.Body)];

    private async Task<IReadOnlyList<StoredMessage>> TakeAsync()
    {
        var claimed = await _queue.ClaimAsync(int.MaxValue, default);
        await _queue.CompleteAsync([.. claimed.Select(m => m.Id)]);
        return claimed;
    }

    private Task EnqueueAsync(params byte[] bodies) => _queue.EnqueueAsync([.. bodies.Select(b => new QueueMessage([b]))], default);

    private (LocalDatabase Database, SqliteMessageQueue Queue) Open()
    {
        var database = LocalDatabase.Open(_folder);
        return (database, new(database, Clock));
    }

    private void Reopen()
    {
        _database.Dispose();
        (_database, _queue) = Open();
    }
}
