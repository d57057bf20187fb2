using UserOps.Domain.Journeys;
using UserOps.Domain.Messages;

namespace UserOps.Application.Messages.Sending;

/// <summary>Hands a message that is claimed to its channel and writes what came of it.</summary>
public sealed class CallProvider(IEnumerable<IChannel> channels, MessageRows rows, Claims claims, Pacers pacers, SentIndex index, TimeProvider clock)
{
    /// <returns>Null: look again.</returns>
    public async Task<SendResult?> RunAsync(SendRequest request, StoredMessage claimed, OutgoingMessage message, CancellationToken cancel)
    {
        var (entry, channel) = (claimed.Entry, channels.First(channel => channel.Carries(message.Channel)));
        if (channel.Reports)
        {
            await index.AddAsync(message.Channel, entry.OperationId.ToString(), new(message.UserKey, message.Row), cancel);
        }

        if (clock.GetUtcNow() > Lease.Calls(entry.ClaimedAt!.Value).To)
        {
            return null;
        }

        return await channel.SendAsync(message, entry.OperationId, cancel) switch
        {
            EmailOutcome.Accepted { ProviderId: var id } => await AcceptedAsync(request.UserKey, claimed, id, cancel),
            EmailOutcome.Refused { Permanent: true, Code: var code } => await RefusedAsync(request.UserKey, claimed, code, cancel),
            EmailOutcome.Throttled { RetryAfter: var pause } => await PausedAsync(request.UserKey, claimed, pause, cancel),
            EmailOutcome.Refused or EmailOutcome.Unreached => await UnreachedAsync(request, claimed, cancel),
            _ => new SendResult.Later(Lease.EndOf(entry.ClaimedAt.Value), RunWait.Turn.Provider),
        };
    }

    /// <returns>Null: look again.</returns>
    public async Task<SendResult?> AcceptedAsync(string userKey, StoredMessage claimed, string providerId, CancellationToken cancel)
    {
        var entry = claimed.Entry;
        if (!Guid.TryParse(providerId, out var id) || id != entry.OperationId)
        {
            await index.AddAsync(entry.Channel!, providerId, new(userKey, claimed.Row), cancel);
        }

        var accepted = entry with { State = MessageState.Accepted, At = clock.GetUtcNow(), ProviderId = providerId };
        return await rows.ReplaceAsync(userKey, claimed, accepted, cancel) ? new SendResult.Done(MessageState.Accepted, entry.Channel, null) : null;
    }

    /// <returns>Null: look again.</returns>
    public async Task<SendResult?> RefusedAsync(string userKey, StoredMessage claimed, string code, CancellationToken cancel)
    {
        var refused = claimed.Entry with { State = MessageState.Refused, At = clock.GetUtcNow(), Reason = code };
        return await claims.TakeBackAsync(userKey, claimed, refused, cancel) ? new SendResult.Done(MessageState.Refused, refused.Channel, code) : null;
    }

    private async Task<SendResult?> PausedAsync(string userKey, StoredMessage claimed, TimeSpan pause, CancellationToken cancel)
    {
        // First the pacer: if this process ends here, nobody else runs into the same.
        var place = await pacers.ThrottledAsync(claimed.Entry.Channel!, pause, cancel);
        return await claims.TakeBackAsync(userKey, claimed, null, cancel) ? new SendResult.Later(place, Because.Pace) : null;
    }

    private async Task<SendResult?> UnreachedAsync(SendRequest request, StoredMessage claimed, CancellationToken cancel) =>
        Patience.After(request.Run) is not { } wait ? await RefusedAsync(request.UserKey, claimed, "unreached", cancel)
        : await claims.TakeBackAsync(request.UserKey, claimed, null, cancel) ? new SendResult.Later(clock.GetUtcNow() + wait, RunWait.Turn.Provider)
        : null;
}
