using Microsoft.Extensions.Logging;

namespace UserOps.Application.Messages.Engagement;

/// <summary>Takes what Event Grid tells of e-mails. What can't be read is counted and dropped: it will never be readable, and may hold an address.</summary>
public sealed partial class ReceiveEmailReports(EnqueueReports enqueue, TimeProvider clock, ILogger<ReceiveEmailReports> logger)
{
    public async Task RunAsync(ReadOnlyMemory<byte> body, CancellationToken cancel)
    {
        var (reports, unread) = EmailReports.Read(body, clock.GetUtcNow());
        if (unread > 0)
        {
            LogUnread(unread);
        }

        await enqueue.RunAsync(reports, cancel);
    }

    [LoggerMessage(LogLevel.Warning, "{Unread} events in the queue of delivery reports are none that can be read.")]
    private partial void LogUnread(int unread);
}
