using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging.Abstractions;
using UserOps.Application.Operations;
using UserOps.Functions.Queues;
using UserOps.Tests.Queues;
using UserOps.Tests.Storage;

namespace UserOps.Functions.Tests.Queues;

public sealed class BuryPoisonedMessageTests
{
    private readonly MemoryTableStore _store = new();
    private readonly MemoryMessageQueue _poisoned = new();

    [Fact]
    public async Task Message_that_cannot_be_buried_is_left_to_the_host_while_it_delivers_again()
    {
        _store.Before = _ => throw new IOException();

        await Assert.ThrowsAsync<IOException>(() => DeliverAsync(BuryPoisonedMessage.Deliveries - 1));

        Assert.Empty(_poisoned.Pending);
    }

    [Fact]
    public async Task Message_that_the_host_would_not_deliver_again_is_kept_as_a_new_one()
    {
        _store.Before = _ => throw new IOException();
        var before = DateTimeOffset.UtcNow;

        await DeliverAsync(BuryPoisonedMessage.Deliveries);

        var kept = Assert.Single(_poisoned.Pending);
        Assert.Equal("accepted"u8.ToArray(), kept.Body);
        Assert.True(kept.Due >= before + BuryPoisonedMessage.Pause);
    }

    [Fact]
    public async Task Message_that_is_buried_at_last_is_not_kept()
    {
        await DeliverAsync(BuryPoisonedMessage.Deliveries);

        Assert.NotEmpty(_store.Rows);
        Assert.Empty(_poisoned.Pending);
    }

    private Task DeliverAsync(int deliveries)
    {
        var bury = new BuryMessage(new DeadLetters(_store, new MemoryMessageQueue()), TimeProvider.System, NullLogger<BuryMessage>.Instance);
        var message = QueuesModelFactory.QueueMessage("m1", "receipt", BinaryData.FromBytes("accepted"u8.ToArray()), deliveries, insertedOn: DateTimeOffset.UnixEpoch.AddYears(56));
        return new BuryPoisonedMessage(bury, _poisoned, NullLogger<BuryPoisonedMessage>.Instance).RunAsync(message, default);
    }
}
