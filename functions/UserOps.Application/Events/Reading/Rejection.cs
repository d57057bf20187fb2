using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace UserOps.Application.Events.Reading;

/// <summary>Makes rejected events.</summary>
internal static class Rejection
{
    public const int BodyBytes = 8 * 1024;

    public static RejectedEvent Of(string source, int index, string field, string reason, JsonElement sent) =>
        Of(source, index, field, reason, JsonMarshal.GetRawUtf8Value(sent));

    public static RejectedEvent Of(string source, int index, string field, string reason, ReadOnlySpan<byte> sent)
    {
        var length = Math.Min(sent.Length, BodyBytes);
        while (length < sent.Length && length > 0 && (sent[length] & 0xC0) == 0x80)
        {
            // Not in the middle of a character.
            length--;
        }

        return new(source, index, field, reason, Encoding.UTF8.GetString(sent[..length]));
    }
}
