using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace UserOps.Domain.Journeys;

/// <summary>Sticky chance: the same person always draws the same, and draws for different purposes have nothing to do with each other.</summary>
public static class Shares
{
    /// <returns>0 to <paramref name="parts"/> − 1, each equally likely over people.</returns>
    public static int Draw(string purpose, string userKey, int parts)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(parts);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{purpose}\n{userKey}"), hash);

        // Of 64 bits the remainder favours nobody by more than one in 10^16.
        return (int)(BinaryPrimitives.ReadUInt64BigEndian(hash) % (ulong)parts);
    }
}
