using UserOps.Application.Queues;
using UserOps.Application.Storage;

namespace UserOps.Application.Events;

/// <summary>Partition <c>inbox</c>, row <c>{receipt ticks}~{event id}</c>: an envelope too large for a queue message, until it is applied.</summary>
public static class InboxRow
{
    public const string Partition = "inbox";
    private const string Swept = "swept";

    public static TableKey Key(IncomingEvent said) => $"{said.Event.ReceivedAt.UtcTicks:D19}~{said.Id.Value}";

    /// <summary>A key before all events received at this instant or later.</summary>
    public static TableKey Before(DateTimeOffset receivedAt) => $"{receivedAt.UtcTicks:D19}";

    public static Properties Write(byte[] envelope) => Documents.WriteBytes(envelope, "inbox event", 1);

    public static bool IsSwept(Row row) => row.Properties.Find(Swept) is true;

    public static Change Sweep(Row row) => new Change.Replace(Properties.Of([.. row.Properties, new Property(Swept, true)]), row.ETag) { Key = row.Key };

    public static QueueMessage Message(TableKey key) => new(QueueEnvelope.WriteInbox(key.Value));
}
