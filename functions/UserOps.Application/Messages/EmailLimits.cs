using System.Collections.Frozen;
using System.Text.Json;

namespace UserOps.Application.Messages;

/// <summary>
/// What every sender refuses before it calls a provider, with the codes it refuses with.
/// Source of the size: https://learn.microsoft.com/azure/communication-services/concepts/service-limits
/// </summary>
public static class EmailLimits
{
    public const string RecipientInvalid = "recipient-invalid";
    public const string SubjectInvalid = "subject-invalid";
    public const string ContentMissing = "content-missing";
    public const string ContentInvalid = "content-invalid";
    public const string HeaderInvalid = "header-invalid";
    public const string TooLarge = "too-large";

    /// <summary>10 MB a request, less what goes around the texts.</summary>
    public const int MaxBytes = 10_000_000 - (64 * 1024);

    private const int LongestAddress = 320;
    private const int LongestSubject = 998;

    /// <summary>Fields of their own, and a way to add recipients or senders behind everybody's back.</summary>
    private static readonly FrozenSet<string> Taken =
        new[] { "To", "Cc", "Bcc", "From", "Sender", "Reply-To", "Subject" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <returns>Null when a provider may be asked to send it.</returns>
    public static EmailOutcome.Refused? Refuse(EmailToSend message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return !IsAddress(message.To) ? No(RecipientInvalid)
            : !IsLine(message.Subject) || message.Subject.Length > LongestSubject ? No(SubjectInvalid)
            : string.IsNullOrWhiteSpace(message.Html) && string.IsNullOrWhiteSpace(message.PlainText) ? No(ContentMissing)
            : !IsText(message.Html) || !IsText(message.PlainText) ? No(ContentInvalid)
            : !message.Headers.All(header => IsName(header.Key) && IsLine(header.Value)) ? No(HeaderInvalid)
            : Size(message) > MaxBytes ? No(TooLarge)
            : null;
    }

    /// <summary>One address and nothing else: no list, no name, no quoted part.</summary>
    public static bool IsAddress(string? text) =>
        text is { Length: >= 3 and <= LongestAddress }
        && text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at
        && at == text.LastIndexOf('@')
        && at < text.Length - 1
        && IsText(text)
        && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is ',' or ';' or ':' or '<' or '>' or '(' or ')' or '[' or ']' or '"' or '\\');

    private static EmailOutcome.Refused No(string code) => new(code, Permanent: true);

    private static bool IsLine(string? text) => !string.IsNullOrWhiteSpace(text) && IsText(text) && !text.Any(char.IsControl);

    private static bool IsName(string name) => name.Length > 0 && name.All(c => c is > ' ' and <= '~' and not ':') && !Taken.Contains(name);

    /// <summary>Whether no character is cut in half.</summary>
    private static bool IsText(ReadOnlySpan<char> text)
    {
        for (var at = NextHalf(text); at >= 0; at = NextHalf(text))
        {
            if (at + 1 == text.Length || !char.IsSurrogatePair(text[at], text[at + 1]))
            {
                return false;
            }

            text = text[(at + 2)..];
        }

        return true;
    }

    private static int NextHalf(ReadOnlySpan<char> text) => text.IndexOfAnyInRange('\uD800', '\uDFFF');

    /// <summary>As it travels: in JSON all but plain letters are escaped, six bytes for one.</summary>
    private static long Size(EmailToSend message) =>
        Bytes(message.Subject) + Bytes(message.Html) + Bytes(message.PlainText) + message.Headers.Sum(header => Bytes(header.Key) + Bytes(header.Value));

    private static long Bytes(string? text) =>
        text is null ? 0
        : text.Length > MaxBytes ? text.Length
        : JsonEncodedText.Encode(text).EncodedUtf8Bytes.Length;
}
