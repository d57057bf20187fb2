using System.Net.Mail;
using UserOps.Application.Messages;

namespace UserOps.LocalHost.Messages;

/// <summary>
/// E-mail of the local host: each message is a file that any mail program opens, and nothing leaves the machine. The operation's id is the file's name, so that the
/// same message is the same file however often it is sent.
/// </summary>
public sealed partial class FolderEmailSender(MailFolder folder, FolderEmailSettings settings, TimeProvider clock, ILogger<FolderEmailSender> log) : IEmailSender
{
    /// <summary>RFC 5322: a line has at most 998 characters, and a link cannot be broken.</summary>
    private const int LongestHeader = 900;

    public Task<EmailOutcome> SendAsync(EmailToSend message, Guid operationId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentOutOfRangeException.ThrowIfEqual(operationId, Guid.Empty);
        cancel.ThrowIfCancellationRequested();
        return Task.FromResult(Send(message, operationId));
    }

    public Task<EmailStanding> AskAsync(Guid operationId, CallWindow called, CancellationToken cancel) => Task.FromResult<EmailStanding>(
        folder.Has(MailFolder.NameOf(operationId)) ? new EmailStanding.Accepted(operationId.ToString()) : new EmailStanding.NotAccepted());

    /// <summary>Whether a message can be written to or from it.</summary>
    internal static bool Takes(string address) => EmailLimits.IsAddress(address) && address.All(char.IsAscii) && MailAddress.TryCreate(address, out var parsed) && parsed.Address == address;

    private EmailOutcome Send(EmailToSend message, Guid operationId)
    {
        var name = MailFolder.NameOf(operationId);
        if (folder.Has(name))
        {
            return new EmailOutcome.Accepted(operationId.ToString());
        }

        if (EmailLimits.Refuse(message) is { } refused)
        {
            return refused;
        }

        if (!Takes(message.To))
        {
            return new EmailOutcome.Refused(EmailLimits.RecipientInvalid, Permanent: true);
        }

        if (message.Headers.Any(header => header.Key.Length + header.Value.Length > LongestHeader))
        {
            return new EmailOutcome.Refused(EmailLimits.HeaderInvalid, Permanent: true);
        }

        try
        {
            var now = clock.GetUtcNow();
            folder.Write(name, MailWriter.Write(message, operationId, settings, now), now);
            return new EmailOutcome.Accepted(operationId.ToString());
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or SmtpException)
        {
            // The renaming comes last: as long as something fails, no file of that name is there.
            LogUnwritten(log, folder.Folder, fault);
            return new EmailOutcome.Unreached("The mail folder cannot be written.");
        }
    }

    [LoggerMessage(1, LogLevel.Error, "No mail can be written to {Folder}.")]
    private static partial void LogUnwritten(ILogger logger, string folder, Exception fault);
}
