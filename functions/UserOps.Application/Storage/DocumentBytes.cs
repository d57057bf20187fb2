using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;

namespace UserOps.Application.Storage;

/// <summary>
/// The stored form of a document's bytes. First byte 0: the rest is the document. First byte 1: four bytes with the document's length (little-endian), then
/// its Brotli stream; so that reading needs exactly one buffer.
/// </summary>
internal static class DocumentBytes
{
    private const byte Raw = 0;
    private const byte Brotli = 1;
    private const int BrotliHeader = 5;

    /// <summary>Below this, compression saves less than a table's own overhead and costs more time than the bytes.</summary>
    private const int WorthCompressing = 1_024;

    /// <param name="rented">To be returned to the shared pool by the caller.</param>
    public static ReadOnlySpan<byte> Encode(ReadOnlySpan<byte> document, out byte[] rented)
    {
        rented = ArrayPool<byte>.Shared.Rent(document.Length + BrotliHeader);
        if (document.Length > WorthCompressing
            && BrotliEncoder.TryCompress(document, rented.AsSpan(BrotliHeader, document.Length - BrotliHeader), out var written, quality: 1, window: 18))
        {
            rented[0] = Brotli;
            BinaryPrimitives.WriteInt32LittleEndian(rented.AsSpan(1), document.Length);
            return rented.AsSpan(0, BrotliHeader + written);
        }

        rented[0] = Raw;
        document.CopyTo(rented.AsSpan(1));
        return rented.AsSpan(0, document.Length + 1);
    }

    /// <param name="rented">Null, or to be returned to the shared pool by the caller when the result is no longer read.</param>
    /// <exception cref="InvalidDataException">The bytes were not written by <see cref="Encode"/>.</exception>
    public static ReadOnlySpan<byte> Decode(ReadOnlySpan<byte> stored, out byte[]? rented)
    {
        rented = null;
        switch (stored)
        {
            case [Raw, .. var document]:
                return document;
            case [Brotli, _, _, _, _, .. var stream]:
                var length = BinaryPrimitives.ReadInt32LittleEndian(stored[1..]);
                rented = ArrayPool<byte>.Shared.Rent(length);
                return BrotliDecoder.TryDecompress(stream, rented, out var written) && written == length
                    ? rented.AsSpan(0, length)
                    : throw new InvalidDataException("A stored document does not decompress.");
            default:
                throw new InvalidDataException("A stored document has a form that this version does not know.");
        }
    }
}
