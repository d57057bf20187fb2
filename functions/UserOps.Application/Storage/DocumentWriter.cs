using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace UserOps.Application.Storage;

/// <summary>A thread's own JSON writer and buffer: documents are written on the hot path, several for each event.</summary>
internal static class DocumentWriter
{
    /// <summary>One large document must not hold its memory for the life of the thread.</summary>
    private const int KeptBytes = 256 * 1024;

    // Read by machines only, so texts of other scripts stay as they are.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? s_buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? s_writer;

    /// <summary>The UTF-8 text, valid until this thread's next call.</summary>
    public static ReadOnlySpan<byte> Write<T>(T value, JsonTypeInfo<T> type)
    {
        var buffer = s_buffer is { Capacity: <= KeptBytes } ? s_buffer : s_buffer = new(4_096);
        var writer = s_writer ??= new(buffer, Options);
        buffer.ResetWrittenCount();
        writer.Reset(buffer);
        JsonSerializer.Serialize(writer, value, type);
        writer.Flush();
        return buffer.WrittenSpan;
    }
}
