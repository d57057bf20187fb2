using System.Security.Cryptography;
using System.Text;

namespace UserOps.Domain.Scoring;

/// <summary>The 256 equal parts that nightly work is a map over.</summary>
public static class Buckets
{
    public const int Count = 256;

    /// <returns>First byte of the SHA-256 of the user key: 0 to 255.</returns>
    public static byte Of(string userKey)
    {
        Span<byte> hash = stackalloc byte[32];
        Span<byte> text = stackalloc byte[Encoding.UTF8.GetMaxByteCount(userKey.Length)];
        SHA256.HashData(text[..Encoding.UTF8.GetBytes(userKey, text)], hash);
        return hash[0];
    }
}
