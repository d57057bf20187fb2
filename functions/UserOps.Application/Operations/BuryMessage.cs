using Microsoft.Extensions.Logging;

namespace UserOps.Application.Operations;

/// <summary>Gives a message up: it becomes a dead letter, and the log says so. The host deletes the message afterwards; burying it twice makes one letter.</summary>
public sealed partial class BuryMessage(DeadLetters letters, TimeProvider clock, ILogger<BuryMessage> logger)
{
    /// <param name="id">In the queue.</param>
    /// <param name="tries">Deliveries that failed.</param>
    /// <param name="reason">No personal data.</param>
    public async Task RunAsync(string id, ReadOnlyMemory<byte> body, DateTimeOffset enqueued, int tries, string reason, CancellationToken cancel)
    {
        var letter = new DeadLetter(DeadLetter.IdOf(enqueued, id), body.ToArray(), reason, tries, enqueued, clock.GetUtcNow());
        await letters.AddAsync(letter, cancel);
        LogBuried(id, letter.Id, tries, reason);
    }

    [LoggerMessage(LogLevel.Error, "Message {Id} is now dead letter {Letter} after {Tries} failures: {Reason}")]
    private partial void LogBuried(string id, string letter, int tries, string reason);
}
