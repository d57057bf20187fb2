using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace UserOps.Application.Storage;

/// <summary>
/// Documents in rows: UTF-8 JSON in the form of <see cref="DocumentBytes"/>, cut into binary properties <c>b0</c> to <c>b14</c>, with the schema version in <c>v</c>.
/// Further properties stand beside them for what must be read without the document.
/// </summary>
public static class Documents
{
    public const int MaxStoredBytes = Chunks * ChunkBytes;
    private const int Chunks = 15;
    private const int ChunkBytes = 60 * 1024;
    private const string VersionName = "v";

    private static readonly string[] Names = [.. Enumerable.Range(0, Chunks).Select(i => $"b{i}")];

    /// <exception cref="DocumentTooLargeException">More than <see cref="MaxStoredBytes"/> after compression.</exception>
    public static Properties Write<T>(T value, JsonTypeInfo<T> type, int version, params ReadOnlySpan<Property> extra)
    {
        ArgumentNullException.ThrowIfNull(type);
        return WriteBytes(DocumentWriter.Write(value, type), typeof(T).Name, version, extra);
    }

    /// <param name="document">What to call it when it is too large; no personal data.</param>
    /// <exception cref="DocumentTooLargeException">More than <see cref="MaxStoredBytes"/> after compression.</exception>
    public static Properties WriteBytes(ReadOnlySpan<byte> bytes, string document, int version, params ReadOnlySpan<Property> extra)
    {
        var stored = DocumentBytes.Encode(bytes, out var rented);
        try
        {
            if (stored.Length > MaxStoredBytes)
            {
                throw new DocumentTooLargeException(document, stored.Length);
            }

            var chunks = (stored.Length + ChunkBytes - 1) / ChunkBytes;
            var items = new Property[extra.Length + 1 + chunks];
            extra.CopyTo(items);
            items[extra.Length] = new(VersionName, (long)version);
            for (var i = 0; i < chunks; i++)
            {
                var start = i * ChunkBytes;
                items[extra.Length + 1 + i] = new(Names[i], stored[start..Math.Min(start + ChunkBytes, stored.Length)].ToArray());
            }

            return Properties.Owning(items);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <exception cref="InvalidDataException">The row holds no document, or a damaged one.</exception>
    public static T Read<T>(Row row, JsonTypeInfo<T> type)
    {
        var document = DocumentBytes.Decode(Stored(row.Properties), out var rented);
        try
        {
            return JsonSerializer.Deserialize(document, type) ?? throw new InvalidDataException($"A stored {typeof(T).Name} is null.");
        }
        finally
        {
            Return(rented);
        }
    }

    /// <exception cref="InvalidDataException">The row holds no document, or a damaged one.</exception>
    public static byte[] ReadBytes(Row row)
    {
        var document = DocumentBytes.Decode(Stored(row.Properties), out var rented);
        try
        {
            return document.ToArray();
        }
        finally
        {
            Return(rented);
        }
    }

    public static int Version(Row row) => (int)row.Properties.Number(VersionName);

    private static byte[] Stored(Properties properties)
    {
        var first = properties.Bytes(Names[0]);
        if (first.Length < ChunkBytes)
        {
            return first;
        }

        using var whole = new MemoryStream(4 * ChunkBytes);
        whole.Write(first);
        for (var i = 1; i < Chunks && properties.Find(Names[i]) is byte[] chunk; i++)
        {
            whole.Write(chunk);
        }

        return whole.ToArray();
    }

    private static void Return(byte[]? rented)
    {
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }
}
