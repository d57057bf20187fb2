namespace UserOps.Application.Messages;

/// <summary>
/// Hands e-mails to a provider. Nothing here decides whether a person may be written to, and nothing sends twice of its own accord: what may have been accepted comes
/// back as <see cref="EmailOutcome.Unknown"/>, and is settled by asking.
/// </summary>
public interface IEmailSender
{
    /// <summary>One attempt, without retries.</summary>
    /// <param name="operationId">The same for the same message, so that one accepted before is not accepted again; never empty.</param>
    /// <exception cref="OperationCanceledException">Cancelled; the provider may have accepted the message.</exception>
    Task<EmailOutcome> SendAsync(EmailToSend message, Guid operationId, CancellationToken cancel);

    /// <summary>What became of a message whose answer is lost, or that was claimed by a process which has ended.</summary>
    /// <param name="called">A provider knows nothing yet of what it has just accepted, and forgets in time, so that its silence counts only in between.</param>
    Task<EmailStanding> AskAsync(Guid operationId, CallWindow called, CancellationToken cancel);
}
