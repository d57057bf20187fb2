using UserOps.Application.Events;
using UserOps.Application.Settings;
using UserOps.Application.Storage;
using UserOps.Domain.Messages;

namespace UserOps.Application.Messages.Sending;

/// <summary>The pacer of each channel, one row for all runs, under its ETag.</summary>
public sealed class Pacers(ITableStore store, UserOpsSettings settings, TimeProvider clock)
{
    /// <summary>Whoever loses the row to somebody else has seen a message go its way; so only so many writers at once could use these up.</summary>
    private const int MaxTries = 100;

    private const int Version = 1;
    private static readonly TableKey Partition = "pacers";

    private readonly UserTurns _turns = new();

    /// <param name="called">The place that an earlier answer gave has come.</param>
    /// <param name="urgent">Not to wait for those who came before.</param>
    /// <param name="deadline">A place after it is not kept.</param>
    public async Task<LineAnswer> TakeAsync(string channel, bool called, bool urgent, DateTimeOffset? deadline, CancellationToken cancel)
    {
        var limits = settings.Messaging.Channels[channel].Pace;
        return await ChangeAsync(channel, line => line.Take(limits, clock.GetUtcNow(), called, urgent, deadline), cancel);
    }

    /// <summary>The provider asked for a pause; everybody waits.</summary>
    /// <returns>A place after it for the one who was told.</returns>
    public async Task<DateTimeOffset> ThrottledAsync(string channel, TimeSpan retryAfter, CancellationToken cancel)
    {
        var limits = settings.Messaging.Channels[channel].Pace;
        var answer = await ChangeAsync(channel, line => line.Throttled(clock.GetUtcNow(), retryAfter).Take(limits, clock.GetUtcNow(), called: true, urgent: true, null), cancel);
        return (answer as LineAnswer.Wait)?.Place ?? clock.GetUtcNow() + Pacer.LongestPause;
    }

    private Task<LineAnswer> ChangeAsync(string channel, Func<PacerLine, LineAnswer> change, CancellationToken cancel) => _turns.TakeAsync(
        channel,
        async () =>
        {
            for (var attempt = 1; attempt <= MaxTries; attempt++)
            {
                var row = await store.GetAsync(Partition, channel, cancel);
                var line = row is null ? PacerLine.Empty : Documents.Read(row, SendingJson.Compact.PacerLine);
                var answer = change(line);
                if (Unchanged(answer, line, channel) || await WriteAsync(channel, answer.Line, row, cancel))
                {
                    return answer;
                }
            }

            throw new TimeoutException($"The pacer of {channel} was written by others {MaxTries} times in a row.");
        },
        cancel);

    /// <summary>Where there is no limit nothing need be counted.</summary>
    private bool Unchanged(LineAnswer answer, PacerLine line, string channel) =>
        answer.Line == line || (answer is LineAnswer.Go && settings.Messaging.Channels[channel].Pace == PacerLimits.None);

    private async Task<bool> WriteAsync(string channel, PacerLine line, Row? row, CancellationToken cancel)
    {
        var written = Documents.Write(line, SendingJson.Compact.PacerLine, Version);
        Change change = row is null ? new Change.Insert(written) { Key = channel } : new Change.Replace(written, row.ETag) { Key = channel };
        return await store.CommitAsync(Partition, [change], cancel) is CommitResult.Committed;
    }
}
