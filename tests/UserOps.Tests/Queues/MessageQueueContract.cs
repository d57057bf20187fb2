using UserOps.Application.Queues;

namespace UserOps.Tests.Queues;

/// <summary>What every queue does alike.</summary>
public abstract class MessageQueueContract
{
    protected ManualClock Clock { get; } = new();

    protected abstract IMessageQueue Queue { get; }

    /// <summary>Whole seconds; a queue whose clock nobody can set has a shorter one.</summary>
    protected virtual TimeSpan ShortDelay => TimeSpan.FromMinutes(5);

    protected virtual Task PassAsync(TimeSpan time)
    {
        Clock.Advance(time);
        return Task.CompletedTask;
    }

    /// <summary>Whatever is due, taken for good.</summary>
    protected abstract Task<IReadOnlyList<byte[]>> TakeDueAsync();

    [ContractFact]
    public async Task Every_message_is_delivered_with_the_bytes_it_was_sent_with()
    {
        var bodies = Enumerable.Range(1, 300).Select(i => Enumerable.Range(0, i).Select(n => (byte)(n * i)).ToArray()).ToArray();

        await Queue.EnqueueAsync([.. bodies.Take(200).Select(b => new QueueMessage(b))], default);
        await Queue.EnqueueAsync([.. bodies.Skip(200).Select(b => new QueueMessage(b))], default);

        var taken = await TakeDueAsync();
        Assert.Equal(bodies.Select(Convert.ToHexString).Order(), taken.Select(Convert.ToHexString).Order());
        Assert.Empty(await TakeDueAsync());
    }

    [ContractFact]
    public async Task Delayed_message_is_not_delivered_before_its_time()
    {
        await Queue.EnqueueAsync([new([1], ShortDelay), new([2])], default);

        Assert.Equal([2], Assert.Single(await TakeDueAsync()));
        await PassAsync(ShortDelay - TimeSpan.FromSeconds(1));
        Assert.Empty(await TakeDueAsync());
        await PassAsync(TimeSpan.FromSeconds(1));
        Assert.Equal([1], Assert.Single(await TakeDueAsync()));
    }

    [ContractFact]
    public virtual async Task Delay_of_seven_days_is_kept()
    {
        await Queue.EnqueueAsync([new([1], TimeSpan.FromDays(7))], default);

        Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        Assert.Empty(await TakeDueAsync());
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([1], Assert.Single(await TakeDueAsync()));
    }

    [ContractFact]
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

    [ContractFact]
    public async Task No_message_at_all_is_no_error() => await Queue.EnqueueAsync([], default);
}
