using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using UserOps.Domain;

namespace UserOps.Application.Events.Reading;

/// <summary>What a sender sent for one event, hashed.</summary>
internal static class ContentBytes
{
    /// <param name="except">Properties that change from one try to the next of the same event.</param>
    /// <returns>SHA-256 over the raw JSON.</returns>
    public static void Hash(JsonElement sent, ReadOnlySpan<string> except, Span<byte> hash)
    {
        if (except.IsEmpty)
        {
            SHA256.HashData(JsonMarshal.GetRawUtf8Value(sent), hash);
            return;
        }

        var rest = new ArrayBufferWriter<byte>(1_024);
        foreach (var property in sent.EnumerateObject())
        {
            if (!except.Contains(property.Name))
            {
                rest.Write(JsonMarshal.GetRawUtf8PropertyName(property));
                rest.Write(":"u8);
                rest.Write(JsonMarshal.GetRawUtf8Value(property.Value));
                rest.Write(","u8);
            }
        }

        SHA256.HashData(rest.WrittenSpan, hash);
    }

    /// <summary>First eight bytes, as <see cref="HashText.Short"/> gives them.</summary>
    public static long Short(ReadOnlySpan<byte> hash) => System.Buffers.Binary.BinaryPrimitives.ReadInt64BigEndian(hash);
}
