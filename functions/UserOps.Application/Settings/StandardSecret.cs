namespace UserOps.Application.Settings;

/// <summary>Secrets of Standard Webhooks 1.0: <c>whsec_</c> and base64. Source: https://www.standardwebhooks.com</summary>
public static class StandardSecret
{
    private const string Prefix = "whsec_";
    private const int LeastBytes = 16;

    /// <returns>The key of the HMAC; null when the text has another form or is short enough to be guessed.</returns>
    public static byte[]? Decode(string secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        if (!secret.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var key = new byte[secret.Length];
        return Convert.TryFromBase64String(secret[Prefix.Length..], key, out var length) && length >= LeastBytes ? key[..length] : null;
    }
}
