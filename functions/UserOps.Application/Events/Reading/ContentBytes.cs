using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using UserOps.Domain;

namespace UserOps.Application.Events.Reading;

/// <summary>What a sender sent for one event, hashed with SHA-256.</summary>
internal static class ContentBytes
{
    /// <summary>Over the raw JSON.</summary>
    public static void Hash(JsonElement sent, Span<byte> hash) => SHA256.HashData(JsonMarshal.GetRawUtf8Value(sent), hash);

    /// <summary>Over the names and raw values of an object, without those that change from one try to the next of the same event.</summary>
    public static void HashWithout(JsonElement sent, Func<ReadOnlySpan<byte>, bool> changesPerTry, Span<byte> hash)
    {
        // The quotes of the names, which are left out, make room for the separators.
        var rest = ArrayPool<byte>.Shared.Rent(JsonMarshal.GetRawUtf8Value(sent).Length);
        var length = 0;
        foreach (var property in sent.EnumerateObject())
        {
            var name = JsonMarshal.GetRawUtf8PropertyName(property);
            if (!changesPerTry(name))
            {
                length = Append(rest, length, name, (byte)':');
                length = Append(rest, length, JsonMarshal.GetRawUtf8Value(property.Value), (byte)',');
            }
        }

        SHA256.HashData(rest.AsSpan(0, length), hash);
        ArrayPool<byte>.Shared.Return(rest);
    }

    /// <summary>First eight bytes, as <see cref="HashText.Short"/> gives them.</summary>
    public static long Short(ReadOnlySpan<byte> hash) => BinaryPrimitives.ReadInt64BigEndian(hash);

    private static int Append(byte[] buffer, int length, ReadOnlySpan<byte> part, byte separator)
    {
        part.CopyTo(buffer.AsSpan(length));
        buffer[length + part.Length] = separator;
        return length + part.Length + 1;
    }
}
