using System.Text;

namespace UserOps.Application.Events.Webhooks.Standard;

/// <summary>What a signature of Standard Webhooks 1.0 is of, coming and going: id, timestamp and body, with points between.</summary>
internal static class SignedContent
{
    public static byte[] Of(string id, string timestamp, ReadOnlySpan<byte> body) => [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
}
