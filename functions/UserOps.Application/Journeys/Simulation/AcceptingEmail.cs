using UserOps.Application.Messages;

namespace UserOps.Application.Journeys.Simulation;

/// <summary>Takes whatever some sender would take, and sends nothing.</summary>
internal sealed class AcceptingEmail : IEmailSender
{
    public Task<EmailOutcome> SendAsync(EmailToSend message, Guid operationId, CancellationToken cancel) =>
        Task.FromResult<EmailOutcome>(EmailLimits.Refuse(message) is { } refused ? refused : new EmailOutcome.Accepted(operationId.ToString()));

    public Task<EmailStanding> AskAsync(Guid operationId, CallWindow called, CancellationToken cancel) =>
        Task.FromResult<EmailStanding>(new EmailStanding.NotAccepted());
}
