using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace UserOps.Domain;

/// <summary>Hashes of outside strings that may stand in a key: base32 (RFC 4648, lower case, no padding) of a SHA-256 cut to 130 bits, 26 characters.</summary>
public static class HashText
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    /// <summary>The parts are joined by a line feed after their length, so that no two lists of parts meet by concatenation.</summary>
    public static string Of(string first, string second)
    {
        Span<byte> hash = stackalloc byte[32];
        var size = Encoding.UTF8.GetMaxByteCount(first.Length + second.Length) + 16;
        var rented = ArrayPool<byte>.Shared.Rent(size);
        var written = Encoding.UTF8.GetBytes(first, rented.AsSpan(4));
        BitConverter.TryWriteBytes(rented, written);
        written += 4;
        written += Encoding.UTF8.GetBytes(second, rented.AsSpan(written));
        SHA256.HashData(rented.AsSpan(0, written), hash);
        ArrayPool<byte>.Shared.Return(rented);
        return Encode(hash);
    }

    /// <summary>First eight bytes of the SHA-256 of <paramref name="content"/>, big-endian.</summary>
    public static long Short(ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(content, hash);
        return System.Buffers.Binary.BinaryPrimitives.ReadInt64BigEndian(hash);
    }

    /// <summary>FNV-1a over UTF-16 units: spreads keys over a few places, the same in every process, and hides nothing.</summary>
    public static uint Spread(string text)
    {
        var hash = 2_166_136_261u;
        foreach (var unit in text)
        {
            hash = unchecked((hash ^ unit) * 16_777_619u);
        }

        return hash;
    }

    /// <summary>26 characters of base32 of the first 130 bits.</summary>
    public static string Encode(ReadOnlySpan<byte> hash)
    {
        Span<char> text = stackalloc char[26];
        int buffer = 0, bits = 0, next = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (bits < 5)
            {
                buffer = (buffer << 8) | hash[next++];
                bits += 8;
            }

            bits -= 5;
            text[i] = Alphabet[(buffer >> bits) & 31];
            buffer &= (1 << bits) - 1;
        }

        return new string(text);
    }
}
