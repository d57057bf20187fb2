using System.Collections.Immutable;
using UserOps.Domain.Messages;

namespace UserOps.Application.Messages.Sending;

/// <summary>E-mail, by whatever sender the host has. What can be unsubscribed from says so in its header.</summary>
internal sealed class EmailChannel(IEmailSender sender) : IChannel
{
    public bool Reports => true;

    public bool Carries(string channel) => channel == MessageNames.Email;

    public Task<EmailOutcome> SendAsync(OutgoingMessage message, Guid operationId, CancellationToken cancel) => sender.SendAsync(
        new()
        {
            To = message.Address,
            Subject = message.Parts.Subject ?? "",
            Html = message.Parts.Html,
            PlainText = message.Parts.Text,
            Headers = message.Unsubscribe is { } address ? OneClickUnsubscribe.Headers(address) : ImmutableDictionary<string, string>.Empty,
        },
        operationId,
        cancel);

    public Task<EmailStanding> AskAsync(string userKey, MessageEntry claimed, CancellationToken cancel) =>
        sender.AskAsync(claimed.OperationId, Lease.Calls(claimed.ClaimedAt ?? claimed.At), cancel);
}
