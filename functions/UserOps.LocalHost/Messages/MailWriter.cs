using System.Globalization;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using UserOps.Application.Messages;

namespace UserOps.LocalHost.Messages;

/// <summary>
/// A message as RFC 5322 has it, composed by System.Net.Mail, which writes such files only into a folder; so it is let into one of its own, and the file taken from
/// there. Source of the form: https://www.rfc-editor.org/rfc/rfc5322
/// </summary>
internal static class MailWriter
{
    /// <summary>Set below, or by System.Net.Mail from what is set here.</summary>
    private static readonly HashSet<string> Own = new(StringComparer.OrdinalIgnoreCase) { "Date", "Message-ID", "MIME-Version", "Content-Type", "Content-Transfer-Encoding" };

    /// <exception cref="FormatException">An address that System.Net.Mail does not take.</exception>
    /// <exception cref="SmtpException">An address that needs mail servers of another kind, or a folder that cannot be written.</exception>
    public static byte[] Write(EmailToSend message, Guid operationId, FolderEmailSettings settings, DateTimeOffset sentAt)
    {
        using var mail = new MailMessage(settings.Sender, message.To) { HeadersEncoding = Encoding.UTF8, SubjectEncoding = Encoding.UTF8, Subject = message.Subject };
        if (settings.ReplyTo is { } replies)
        {
            mail.ReplyToList.Add(replies);
        }

        mail.Headers.Add("Message-ID", $"<{operationId:N}@userops.localhost>");
        foreach (var (name, value) in message.Headers.Where(header => !Own.Contains(header.Key)))
        {
            mail.Headers.Add(name, value);
        }

        // The plainest first: programs show the last that they can.
        Add(mail, message.PlainText, MediaTypeNames.Text.Plain);
        Add(mail, message.Html, MediaTypeNames.Text.Html);
        return WithDate(Written(mail), sentAt);
    }

    private static void Add(MailMessage mail, string? content, string type)
    {
        if (string.IsNullOrWhiteSpace(content))
        {
            return;
        }

        var view = AlternateView.CreateAlternateViewFromString(content.ReplaceLineEndings("\r\n"), Encoding.UTF8, type);

        // Lines of any length, and none that begins with a dot.
        view.TransferEncoding = TransferEncoding.Base64;
        mail.AlternateViews.Add(view);
    }

    private static byte[] Written(MailMessage mail)
    {
        var folder = Directory.CreateTempSubdirectory("userops-mail-");
        try
        {
            using var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = folder.FullName };
            client.Send(mail);
            return File.ReadAllBytes(folder.GetFiles().Single().FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>System.Net.Mail takes the date from the system's clock, and puts two fields for its own server in front.</summary>
    private static byte[] WithDate(byte[] file, DateTimeOffset sentAt)
    {
        var end = file.AsSpan().IndexOf("\r\n\r\n"u8);
        var fields = Encoding.UTF8.GetString(file, 0, end).Split("\r\n")
            .Where(line => !line.StartsWith("X-Sender:", StringComparison.Ordinal) && !line.StartsWith("X-Receiver:", StringComparison.Ordinal))
            .Select(line => line.StartsWith("Date:", StringComparison.Ordinal)
                ? "Date: " + sentAt.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture)
                : line);
        return [.. Encoding.UTF8.GetBytes(string.Join("\r\n", fields)), .. file.AsSpan(end)];
    }
}
