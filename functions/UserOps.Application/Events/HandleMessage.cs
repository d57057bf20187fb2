using UserOps.Application.Journeys.Jobs;
using UserOps.Application.Messages.Engagement;
using UserOps.Application.Segments.Sweeps;
using UserOps.Application.Storage;

namespace UserOps.Application.Events;

/// <summary>Does what one queue message asks for. The host deletes the message only when this returns; until then it comes again.</summary>
public sealed class HandleMessage(ApplyEvents apply, HandleReports handleReports, RunJob run, RunSweep sweep, ITableStore store)
{
    public async Task RunAsync(ReadOnlyMemory<byte> body, CancellationToken cancel)
    {
        var envelope = QueueEnvelope.Read(body);
        if (envelope.Job is { } job)
        {
            await (SweepMessage.Parse(job) is var (id, lane) ? sweep.RunAsync(id, lane, envelope.Turn, cancel) : run.RunAsync(job, envelope.Turn, cancel));
        }
        else if (envelope.Inbox is { } key)
        {
            await FromInboxAsync(key, cancel);
        }
        else if (envelope.Reports is { } reports)
        {
            await handleReports.RunAsync(reports, cancel);
        }
        else
        {
            await ApplyAsync(envelope, cancel);
        }
    }

    private Task ApplyAsync(QueueEnvelope envelope, CancellationToken cancel)
    {
        var events = envelope.Events.Select(IncomingEvent.Read);
        return envelope.To is { } to ? apply.RunAsync(to.Zip(events), cancel) : apply.RunAsync(events, cancel);
    }

    private async Task FromInboxAsync(string key, CancellationToken cancel)
    {
        // Gone: an earlier delivery of the same message applied it.
        if (await store.GetAsync(InboxRow.Partition, key, cancel) is { } row)
        {
            await ApplyAsync(QueueEnvelope.Read(Documents.ReadBytes(row)), cancel);
            await store.CommitAsync(InboxRow.Partition, [new Change.Delete { Key = row.Key }], cancel);
        }
    }
}
