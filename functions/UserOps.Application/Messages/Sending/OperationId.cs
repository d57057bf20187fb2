using System.Security.Cryptography;
using System.Text;

namespace UserOps.Application.Messages.Sending;

/// <summary>What a provider knows a message by: the same for every attempt at the same step of the same run. A UUID of version 8. Source: https://www.rfc-editor.org/rfc/rfc9562#section-5.8</summary>
internal static class OperationId
{
    public static Guid Of(string run, string step, int occurrence)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes($"userops message\n{run}\n{step}\n{occurrence}"), hash);
        hash[6] = (byte)((hash[6] & 0x0f) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3f) | 0x80);
        return new(hash[..16], bigEndian: true);
    }
}
