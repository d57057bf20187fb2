namespace UserOps.Domain.Messages;

/// <summary>Names of channels and purposes: 1 to 40 lower-case letters, digits and hyphens.</summary>
public static class MessageNames
{
    public const string Email = "email";
    public const string Inbox = "inbox";
    public const string Sms = "sms";
    public const string Push = "push";
    public const string Marketing = "marketing";

    /// <summary>What somebody who bought something has to be told; counts for no cap.</summary>
    public const string Transactional = "transactional";

    /// <summary>Channels that every workspace understands, whether or not it has them.</summary>
    public static readonly IReadOnlySet<string> Usual = new HashSet<string>(StringComparer.Ordinal) { Email, Inbox, Sms, Push };

    public static bool IsName(string text) => text.Length is >= 1 and <= 40 && text.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');
}
