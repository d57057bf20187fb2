using UserOps.Domain.Messages;

namespace UserOps.Application.Messages.Sending;

/// <summary>The person's inbox: a row in their own partition, so that it can always be told whether it is there.</summary>
internal sealed class InboxChannel(InboxRows rows, TimeProvider clock) : IChannel
{
    public bool Reports => false;

    public bool Carries(string channel) => channel == MessageNames.Inbox;

    public async Task<EmailOutcome> SendAsync(OutgoingMessage message, Guid operationId, CancellationToken cancel)
    {
        var entry = new InboxEntry
        {
            Id = operationId,
            Message = message.Row,
            At = clock.GetUtcNow(),
            Purpose = message.Purpose,
            Language = message.Language,
            Title = message.Parts.Title,
            Body = message.Parts.Body ?? "",
            Preferences = message.Preferences,
        };

        // That it was there already is as good: an earlier attempt came so far.
        await rows.AddAsync(message.UserKey, entry, cancel);
        return new EmailOutcome.Accepted(operationId.ToString());
    }

    public async Task<EmailStanding> AskAsync(string userKey, MessageEntry claimed, CancellationToken cancel) =>
        await rows.FindAsync(userKey, claimed.OperationId, cancel) is null ? new EmailStanding.NotAccepted() : new EmailStanding.Accepted(claimed.OperationId.ToString());
}
