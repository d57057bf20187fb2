using System.Security.Cryptography;

namespace UserOps.Application.Events.Webhooks;

/// <summary>HMAC-SHA256 signatures, compared in constant time.</summary>
internal static class Signature
{
    private const int Length = 32;

    public static bool IsBase64(ReadOnlySpan<char> claimed, ReadOnlySpan<byte> key, ReadOnlySpan<byte> signed)
    {
        Span<byte> bytes = stackalloc byte[Length + 4];
        return claimed.Length <= 48 && Convert.TryFromBase64Chars(claimed, bytes, out var length) && Is(bytes[..length], key, signed);
    }

    public static bool IsHex(ReadOnlySpan<char> claimed, ReadOnlySpan<byte> key, ReadOnlySpan<byte> signed)
    {
        Span<byte> bytes = stackalloc byte[Length];
        return claimed.Length == 2 * Length
            && Convert.FromHexString(claimed, bytes, out _, out _) == System.Buffers.OperationStatus.Done
            && Is(bytes, key, signed);
    }

    private static bool Is(ReadOnlySpan<byte> claimed, ReadOnlySpan<byte> key, ReadOnlySpan<byte> signed)
    {
        Span<byte> expected = stackalloc byte[Length];
        HMACSHA256.HashData(key, signed, expected);
        return CryptographicOperations.FixedTimeEquals(claimed, expected);
    }
}
