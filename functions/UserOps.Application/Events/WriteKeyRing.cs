using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using UserOps.Application.Settings;

namespace UserOps.Application.Events;

/// <summary>The configured write keys, compared by hash and all of them each time, so that the time taken tells nothing.</summary>
public sealed class WriteKeyRing
{
    private const string Basic = "Basic ";

    private readonly (byte[] Hash, WriteKey Key)[] _keys;

    public WriteKeyRing(UserOpsSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _keys = [.. settings.WriteKeys.Select(pair => (SHA256.HashData(Encoding.UTF8.GetBytes(pair.Value.Key)), new WriteKey(pair.Key, pair.Value.Trusted)))];
    }

    public WriteKey? Find(string? presented)
    {
        if (string.IsNullOrEmpty(presented) || presented.Length > 256)
        {
            return null;
        }

        Span<byte> hash = stackalloc byte[32];
        Span<byte> text = stackalloc byte[Encoding.UTF8.GetMaxByteCount(256)];
        SHA256.HashData(text[..Encoding.UTF8.GetBytes(presented, text)], hash);
        WriteKey? found = null;
        foreach (var (known, key) in _keys)
        {
            found = CryptographicOperations.FixedTimeEquals(hash, known) ? key : found;
        }

        return found;
    }

    /// <returns>The user name of HTTP Basic, as Segment's clients send the key; null when there is no such header.</returns>
    public static string? BasicUser(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith(Basic, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var bytes = new byte[header.Length];
        if (!Convert.TryFromBase64String(header[Basic.Length..].Trim(), bytes, out var length))
        {
            return "";
        }

        var pair = Encoding.UTF8.GetString(bytes, 0, length);
        return pair.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon ? pair[..colon] : pair;
    }
}
