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

        await EnqueueAsync(ByUser(accepted).Select(said => (default(string), said)), cancel);
    }

    public Task ToUsersAsync(IReadOnlyList<AddressedEvent> events, CancellationToken cancel) =>
        EnqueueAsync(events.Select(addressed => ((string?)addressed.UserKey, addressed.Event)), cancel);

    /// <param name="events">All with an address or none.</param>
    private async Task EnqueueAsync(IEnumerable<(string? To, UserEvent Event)> events, CancellationToken cancel)
    {
        var messages = new List<QueueMessage>();
        var pack = new List<(string? To, ReadOnlyMemory<byte> Json)>();
        var bytes = 0;
        foreach (var (to, said) in events.Select(e => (e.To, IncomingEvent.Of(e.Event))))
        {
            var needed = said.Json.Length + (to is null ? 0 : QueueEnvelope.AddressBytes);
            if (needed > Room)
            {
                messages.Add(await ToInboxAsync(to, said, cancel));
                continue;
            }

            if (bytes + needed + 1 > Room && pack.Count > 0)
            {
                messages.Add(new(Envelope(pack)));
                pack.Clear();
                bytes = 0;
            }

            pack.Add((to, said.Json));
            bytes += needed + 1;
        }

        if (pack.Count > 0)
        {
            messages.Add(new(Envelope(pack)));
        }

        if (messages.Count > 0)
        {
            await queue.EnqueueAsync(messages, cancel);
        }
    }

    private static byte[] Envelope(IReadOnlyList<(string? To, ReadOnlyMemory<byte> Json)> pack) =>
        QueueEnvelope.Write([.. pack.Select(p => p.Json)], pack[0].To is null ? null : [.. pack.Select(p => p.To!)]);

    // By the strongest identifier, in order of first appearance; what names only an order, by the order.
    private static IEnumerable<UserEvent> ByUser(IReadOnlyList<UserEvent> events) => events.Count == 1
        ? events
        : events.GroupBy(said => said.Identity.Identifiers().FirstOrDefault() as object ?? said.Order?.Order).SelectMany(group => group);

    private async Task<QueueMessage> ToInboxAsync(string? to, IncomingEvent said, CancellationToken cancel)
    {
        var key = InboxRow.Key(said);
        await store.CommitAsync(InboxRow.Partition, [new Change.Upsert(InboxRow.Write(Envelope([(to, said.Json)]))) { Key = key }], cancel);
        return InboxRow.Message(key);
    }
}
