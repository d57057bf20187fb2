using UserOps.Application.Queues;

namespace UserOps.Tests.Queues;

public sealed class MemoryMessageQueueTests : MessageQueueContract
{
    private readonly MemoryMessageQueue _queue;

    public MemoryMessageQueueTests() => _queue = new(Clock);

    protected override IMessageQueue Queue => _queue;

    [Fact]
    public async Task Message_whose_handler_throws_is_delivered_again()
    {
        await _queue.EnqueueAsync([new([1])], default);

        await Assert.ThrowsAsync<IOException>(() => _queue.DrainAsync((_, _) => throw new IOException()));

        Assert.Equal(1, await _queue.DrainAsync((_, _) => Task.CompletedTask));
        Assert.Empty(_queue.Pending);
    }

    [Fact]
    public async Task Drain_hands_over_what_arrives_meanwhile_in_an_order_that_the_seed_chooses()
    {
        var seen = new List<byte>();
        await _queue.EnqueueAsync([.. Enumerable.Range(1, 50).Select(i => new QueueMessage([(byte)i]))], default);

        await _queue.DrainAsync(
            async (body, cancel) =>
            {
                seen.Add(body.Span[0]);
                if (body.Span[0] == 7)
                {
                    await _queue.EnqueueAsync([new([99])], cancel);
                }
            },
            new Random(5));

        Assert.Equal(Enumerable.Range(1, 50).Append(99), seen.Select(b => (int)b).Order());
        Assert.NotEqual(seen.Order(), seen);
    }

    protected override async Task<IReadOnlyList<byte[]>> TakeDueAsync()
    {
        var taken = new List<byte[]>();
        await _queue.DrainAsync((body, _) =>
        {
            taken.Add(body.ToArray());
            return Task.CompletedTask;
        });
        return taken;
    }
}
