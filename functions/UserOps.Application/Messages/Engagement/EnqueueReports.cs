using System.Text.Json;
using UserOps.Application.Events;
using UserOps.Application.Queues;

namespace UserOps.Application.Messages.Engagement;

/// <summary>Queues reports, some to a message, with the events: tried again, put aside and replayed like those.</summary>
public sealed class EnqueueReports(IMessageQueue queue)
{
    /// <summary>A report is at most some 2,500 bytes, nearly all of it a link.</summary>
    private const int Together = 16;

    public async Task RunAsync(IReadOnlyList<MessageReport> reports, CancellationToken cancel)
    {
        if (reports.Count > 0)
        {
            await queue.EnqueueAsync(
                [.. reports.Chunk(Together).Select(some => new QueueMessage(QueueEnvelope.WriteReports(JsonSerializer.SerializeToUtf8Bytes(some, EngagementJson.Compact.IReadOnlyListMessageReport))))],
                cancel);
        }
    }
}
