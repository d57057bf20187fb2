using Azure;
using Azure.Communication.Email;
using UserOps.Application.Messages;

namespace UserOps.Functions.Messages;

/// <summary>
/// E-mail by Azure Communication Services. <c>Operation-Id</c> is ours and names the operation that is asked for afterwards
/// (https://learn.microsoft.com/rest/api/communication/email/email/get-send-result).
/// </summary>
/// <param name="client">One that does not retry: <see cref="AcsEmailClient"/>.</param>
public sealed class AcsEmailSender(EmailClient client, EmailSettings settings, TimeProvider clock) : IEmailSender
{
    /// <summary>The status of an accepted message has been missing right after it (https://github.com/Azure/azure-sdk-for-python/issues/35849), and a request may linger.</summary>
    private static readonly TimeSpan KnownAfter = TimeSpan.FromMinutes(10);

    /// <summary>How long the service keeps the status of an operation is not documented; so not for long.</summary>
    private static readonly TimeSpan KnownFor = TimeSpan.FromHours(24);

    private static readonly TimeSpan AskAgain = TimeSpan.FromMinutes(1);

    public async Task<EmailOutcome> SendAsync(EmailToSend message, Guid operationId, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(operationId, Guid.Empty);
        if (EmailLimits.Refuse(message) is { } refused)
        {
            return refused;
        }

        try
        {
            var operation = await client.SendAsync(WaitUntil.Started, Compose(message), operationId, cancel);
            return new EmailOutcome.Accepted(operation.Id);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            throw;
        }
        catch (RequestFailedException failed) when (failed.Status is 400 or 409)
        {
            return await RepeatedAsync(operationId, AcsFailure.CodeOf(failed), cancel);
        }
#pragma warning disable CA1031 // Whatever broke, the message may be on its way, and the texts of exceptions quote it.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return AcsFailure.Of(fault, clock.GetUtcNow());
        }
    }

    public async Task<EmailStanding> AskAsync(Guid operationId, CallWindow called, CancellationToken cancel)
    {
        // As it was when the question left: its answer may be long on its way.
        var now = clock.GetUtcNow();
        return await StatusAsync(operationId, cancel)
            ?? (now < called.To + KnownAfter ? new EmailStanding.CannotTell(called.To + KnownAfter - now)
            : now > called.From + KnownFor ? new EmailStanding.CannotTell(AskAgainAfter: null)
            : new EmailStanding.NotAccepted());
    }

    /// <summary>
    /// What the service answers to an operation id that it has accepted before is not documented; by the guidelines of its API it is 202 or, where anything in
    /// the message differs, 400 (https://github.com/microsoft/api-guidelines/issues/448). So a refusal counts only when there is no such operation.
    /// </summary>
    private async Task<EmailOutcome> RepeatedAsync(Guid operationId, string code, CancellationToken cancel) => await StatusAsync(operationId, cancel) switch
    {
        EmailStanding.Accepted accepted => new EmailOutcome.Accepted(accepted.ProviderId),
        EmailStanding.Refused refused => new EmailOutcome.Refused(refused.Code, Permanent: true),
        null => new EmailOutcome.Refused(code, Permanent: true),
        _ => new EmailOutcome.Unknown(code),
    };

    /// <returns>Null when the service knows no such operation.</returns>
    private async Task<EmailStanding?> StatusAsync(Guid operationId, CancellationToken cancel)
    {
        var operation = new EmailSendOperation(operationId.ToString(), client);
        try
        {
            await operation.UpdateStatusAsync(cancel);
            return new EmailStanding.Accepted(operation.Id);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            throw;
        }
        catch (RequestFailedException failed) when (failed.Status == 404)
        {
            return null;
        }
        catch (RequestFailedException failed) when (failed.Status == 200)
        {
            // The operation was found, and ended as Failed or Canceled.
            return new EmailStanding.Refused(AcsFailure.CodeOf(failed) is var code && code == "http-200" ? "failed" : code);
        }
        catch (RequestFailedException failed)
        {
            return new EmailStanding.CannotTell(AcsFailure.RetryAfter(failed, clock.GetUtcNow()) ?? AskAgain);
        }
#pragma warning disable CA1031 // Time-outs, broken connections, no token, an answer that makes no sense: all say nothing.
        catch (Exception)
#pragma warning restore CA1031
        {
            return new EmailStanding.CannotTell(AskAgain);
        }
    }

    private EmailMessage Compose(EmailToSend message)
    {
        var composed = new EmailMessage(
            settings.Sender,
            new EmailRecipients([new EmailAddress(message.To)]),
            new EmailContent(message.Subject) { Html = message.Html, PlainText = message.PlainText });
        foreach (var (name, value) in message.Headers)
        {
            composed.Headers.Add(name, value);
        }

        if (settings.ReplyTo is { } replyTo)
        {
            composed.ReplyTo.Add(new EmailAddress(replyTo));
        }

        return composed;
    }
}
