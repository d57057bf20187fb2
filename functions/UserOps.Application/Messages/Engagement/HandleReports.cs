using System.Text.Json;
using Microsoft.Extensions.Logging;
using UserOps.Application.Messages.Links;
using UserOps.Application.Messages.Sending;
using UserOps.Domain.Messages;

namespace UserOps.Application.Messages.Engagement;

/// <summary>
/// Brings what providers tell to the messages it is about. It may come twice, late and in any order. An address that is lost, or whose owner complained, gets nothing more from
/// then on. Reports of messages that are not ours are counted: an account may send for others too.
/// </summary>
public sealed partial class HandleReports(
    SentIndex sent, FindMessage find, NoteEngagement note, Suppressions suppressions, MessageLinks links, TimeProvider clock, ILogger<HandleReports> logger)
{
    /// <param name="reports">JSON, as <see cref="EnqueueReports"/> writes it.</param>
    public async Task<ReportCounts> RunAsync(ReadOnlyMemory<byte> reports, CancellationToken cancel)
    {
        var counts = default(ReportCounts);
        foreach (var report in JsonSerializer.Deserialize(reports.Span, EngagementJson.Compact.IReadOnlyListMessageReport) ?? [])
        {
            var known = await RunAsync(report, cancel);
            counts = new(counts.Noted + (known ? 1 : 0), counts.Unknown + (known ? 0 : 1));
        }

        if (counts.Unknown > 0)
        {
            LogUnknown(counts.Unknown);
        }

        return counts;
    }

    /// <returns>False when it is about no message of ours on that channel.</returns>
    public async Task<bool> RunAsync(MessageReport report, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (await sent.FindAsync(report.Channel, report.Id, cancel) is not { } message
            || await find.RunAsync(message.UserKey, message.Row, cancel) is not { Message.Entry: var entry }
            || entry.Channel != report.Channel)
        {
            return false;
        }

        switch (report.What)
        {
            case MessageReport.Opened:
                return await note.OpenedAsync(message.UserKey, message.Row, report.At, cancel);
            case MessageReport.Clicked:
                // A link of our own has noted its click itself, under the address that it leads to.
                return !Uri.TryCreate(report.Link, UriKind.Absolute, out var link) || links.IsOwn(report.Link!) || await note.ClickedAsync(message.UserKey, message.Row, link, report.At, cancel);
            default:
                if (DeliveryNames.Suppresses(report.What) is { } cause && entry.AddressHash is { } address)
                {
                    await suppressions.AddAsync(new(address, cause, clock.GetUtcNow()), cancel);
                }

                return await note.ReportedAsync(message.UserKey, message.Row, report.What, report.At, cancel);
        }
    }

    [LoggerMessage(LogLevel.Information, "{Unknown} delivery reports are about no message of ours.")]
    private partial void LogUnknown(int unknown);
}
