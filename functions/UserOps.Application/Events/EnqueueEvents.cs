using UserOps.Application.Queues;
using UserOps.Application.Events.Rejections;
using UserOps.Application.Storage;
using UserOps.Domain.Events;

namespace UserOps.Application.Events;

/// <summary>
/// Queues events, those of one user together, in as few messages as hold them. An event larger than a message goes to an inbox row first and the message names it.
/// </summary>
public sealed class EnqueueEvents(IMessageQueue queue, ITableStore store, RejectedEvents rejections) : IAcceptEvents
{
    private const int Room = QueueMessage.MaxBytes - QueueEnvelope.Overhead;

    public async Task RunAsync(IReadOnlyList<UserEvent> accepted, IReadOnlyList<RejectedEvent> rejected, CancellationToken cancel)
    {
        if (rejected.Count > 0)
        {
            await rejections.AddAsync(rejected, cancel);
        }

        var messages = new List<QueueMessage>();
        var pack = new List<ReadOnlyMemory<byte>>();
        var bytes = 0;
        foreach (var said in ByUser(accepted).Select(IncomingEvent.Of))
        {
            if (said.Json.Length > Room)
            {
                messages.Add(await ToInboxAsync(said, cancel));
                continue;
            }

            if (bytes + said.Json.Length + 1 > Room && pack.Count > 0)
            {
                messages.Add(new(QueueEnvelope.Write(pack)));
                pack.Clear();
                bytes = 0;
            }

            pack.Add(said.Json);
            bytes += said.Json.Length + 1;
        }

        if (pack.Count > 0)
        {
            messages.Add(new(QueueEnvelope.Write(pack)));
        }

        await EnqueueAsync(messages, cancel);
    }

    public Task ToUsersAsync(IReadOnlyList<AddressedEvent> events, CancellationToken cancel)
    {
        var messages = new List<QueueMessage>();
        var pack = new List<(string To, ReadOnlyMemory<byte> Json)>();
        var bytes = 0;
        foreach (var (to, said) in events)
        {
            var json = IncomingEvent.Of(said).Json;
            if (bytes + json.Length + 1 + QueueEnvelope.AddressBytes > Room && pack.Count > 0)
            {
                messages.Add(Addressed(pack));
                pack.Clear();
                bytes = 0;
            }

            pack.Add((to, json));
            bytes += json.Length + 1 + QueueEnvelope.AddressBytes;
        }

        if (pack.Count > 0)
        {
            messages.Add(Addressed(pack));
        }

        return EnqueueAsync(messages, cancel);
    }

    private static QueueMessage Addressed(List<(string To, ReadOnlyMemory<byte> Json)> pack) =>
        new(QueueEnvelope.Write([.. pack.Select(p => p.Json)], [.. pack.Select(p => p.To)]));

    private async Task EnqueueAsync(List<QueueMessage> messages, CancellationToken cancel)
    {
        if (messages.Count > 0)
        {
            await queue.EnqueueAsync(messages, cancel);
        }
    }

    // By the strongest identifier, in order of first appearance; what names only an order, by the order.
    private static IEnumerable<UserEvent> ByUser(IReadOnlyList<UserEvent> events) => events.Count == 1
        ? events
        : events.GroupBy(said => said.Identity.Identifiers().FirstOrDefault() as object ?? said.Order?.Order).SelectMany(group => group);

    private async Task<QueueMessage> ToInboxAsync(IncomingEvent said, CancellationToken cancel)
    {
        var key = InboxRow.Key(said);
        await store.CommitAsync(InboxRow.Partition, [new Change.Upsert(InboxRow.Write(QueueEnvelope.Write([said.Json]))) { Key = key }], cancel);
        return InboxRow.Message(key);
    }
}
