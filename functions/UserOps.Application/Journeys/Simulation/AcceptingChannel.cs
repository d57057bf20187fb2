using UserOps.Application.Messages;
using UserOps.Application.Messages.Sending;
using UserOps.Domain.Messages;

namespace UserOps.Application.Journeys.Simulation;

/// <summary>All channels at once: takes every message at the first attempt, keeps its subject and sends nothing.</summary>
internal sealed class AcceptingChannel(SimulationNotes notes) : IChannel
{
    private readonly EmailChannel _email = new(new AcceptingEmail());

    public bool Reports => false;

    public bool Carries(string channel) => true;

    public Task<EmailOutcome> SendAsync(OutgoingMessage message, Guid operationId, CancellationToken cancel)
    {
        if ((message.Parts.Subject ?? message.Parts.Title) is { } subject)
        {
            notes.Subjects[message.Row] = subject;
        }

        return message.Channel == MessageNames.Email
            ? _email.SendAsync(message, operationId, cancel)
            : Task.FromResult<EmailOutcome>(new EmailOutcome.Accepted(operationId.ToString()));
    }

    public Task<EmailStanding> AskAsync(string userKey, MessageEntry claimed, CancellationToken cancel) =>
        Task.FromResult<EmailStanding>(new EmailStanding.NotAccepted());
}
