using UserOps.Domain.Journeys;
using UserOps.Domain.Messages;

namespace UserOps.Application.Messages.Sending;

/// <summary>A message that somebody claimed and of which nobody knows what became: the provider is asked, and nothing is sent on a guess.</summary>
public sealed class SettleClaim(IEnumerable<IChannel> channels, MessageRows rows, Claims claims, CallProvider call, TimeProvider clock)
{
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);

    /// <returns>Null: it may be claimed again, or was settled by somebody else; look again.</returns>
    public async Task<SendResult?> RunAsync(string userKey, StoredMessage claimed, CancellationToken cancel)
    {
        var (entry, now) = (claimed.Entry, clock.GetUtcNow());
        if (Lease.EndOf(entry.ClaimedAt!.Value) is var end && end > now)
        {
            return new SendResult.Later(end, RunWait.Turn.Provider);
        }

        // A channel that was taken out of the settings can't be asked any more.
        var channel = channels.FirstOrDefault(channel => channel.Carries(entry.Channel!));
        var standing = channel is null ? new EmailStanding.CannotTell(AskAgainAfter: null) : await channel.AskAsync(userKey, entry, cancel);
        switch (standing)
        {
            case EmailStanding.Accepted { ProviderId: var id }:
                return await call.AcceptedAsync(userKey, claimed, id, cancel);
            case EmailStanding.Refused { Code: var code }:
                return await call.RefusedAsync(userKey, claimed, code, cancel);
            case EmailStanding.CannotTell { AskAgainAfter: { } wait }:
                return new SendResult.Later(now + (wait < ShortestWait ? ShortestWait : wait), RunWait.Turn.Provider);
            case EmailStanding.NotAccepted:
                await claims.TakeBackAsync(userKey, claimed, null, cancel);
                return null;
            default:
                var unknown = entry with { State = MessageState.Unknown, At = now };
                return await rows.ReplaceAsync(userKey, claimed, unknown, cancel) ? new SendResult.Done(MessageState.Unknown, entry.Channel, null) : null;
        }
    }
}
