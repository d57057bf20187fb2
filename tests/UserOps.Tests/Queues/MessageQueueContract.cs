using UserOps.Application.Queues;

namespace UserOps.Tests.Queues;

/// <summary>What every queue does alike.</summary>
public abstract class MessageQueueContract
{
    protected ManualClock Clock { get; } = new();

    protected abstract IMessageQueue Queue { get; }

    /// <summary>Whatever is due, taken for good.</summary>
    protected abstract Task<IReadOnlyList<byte[]>> TakeDueAsync();

    [Fact]
    public async Task Every_message_is_delivered_with_the_bytes_it_was_sent_with()
    {
        var bodies = Enumerable.Range(1, 300).Select(i => Enumerable.Range(0, i).Select(n => (byte)(n * i)).ToArray()).ToArray();

        await Queue.EnqueueAsync([.. bodies.Take(200).Select(b => new QueueMessage(b))], default);
        await Queue.EnqueueAsync([.. bodies.Skip(200).Select(b => new QueueMessage(b))], default);

        var taken = await TakeDueAsync();
        Assert.Equal(bodies.Select(Convert.ToHexString).Order(), taken.Select(Convert.ToHexString).Order());
        Assert.Empty(await TakeDueAsync());
    }

    [Fact]
    public async Task Delayed_message_is_not_delivered_before_its_time()
    {
        await Queue.EnqueueAsync([new([1], TimeSpan.FromMinutes(5)), new([2]), new([3], TimeSpan.FromDays(7))], default);

        Assert.Equal([2], Assert.Single(await TakeDueAsync()));
        Clock.Advance(TimeSpan.FromSeconds(299));
        Assert.Empty(await TakeDueAsync());
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([1], Assert.Single(await TakeDueAsync()));
        Clock.Advance(TimeSpan.FromDays(7));
        Assert.Equal([3], Assert.Single(await TakeDueAsync()));
    }

    [Fact]
    public async Task Message_of_48_KiB_passes_and_a_larger_or_an_empty_one_is_refused_with_all_its_batch()
    {
        await Queue.EnqueueAsync([new(new byte[48 * 1024])], default);
        Assert.Equal(48 * 1024, Assert.Single(await TakeDueAsync()).Length);

        await Assert.ThrowsAsync<ArgumentException>(() => Queue.EnqueueAsync([new([1]), new(new byte[(48 * 1024) + 1])], default));
        await Assert.ThrowsAsync<ArgumentException>(() => Queue.EnqueueAsync([new([1]), new([])], default));
        await Assert.ThrowsAsync<ArgumentException>(() => Queue.EnqueueAsync([new([1], TimeSpan.FromDays(8))], default));
        await Assert.ThrowsAsync<ArgumentException>(() => Queue.EnqueueAsync([new([1], TimeSpan.FromSeconds(-1))], default));
        Assert.Empty(await TakeDueAsync());
    }

    [Fact]
    public async Task No_message_at_all_is_no_error() => await Queue.EnqueueAsync([], default);
}
