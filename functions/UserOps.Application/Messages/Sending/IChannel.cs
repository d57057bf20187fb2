using UserOps.Domain.Messages;

namespace UserOps.Application.Messages.Sending;

/// <summary>A way for messages to get to people. None sends of its own accord a second time.</summary>
public interface IChannel
{
    /// <summary>Whether the channel of this name goes this way.</summary>
    bool Carries(string channel);

    /// <summary>Whether somebody may tell later what became of a message, by the operation's id or the one the provider gave.</summary>
    bool Reports { get; }

    Task<EmailOutcome> SendAsync(OutgoingMessage message, Guid operationId, CancellationToken cancel);

    /// <summary>What became of a message that was claimed and perhaps sent.</summary>
    Task<EmailStanding> AskAsync(string userKey, MessageEntry claimed, CancellationToken cancel);
}
