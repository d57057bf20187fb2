using System.Buffers;

namespace UserOps.Application.Storage;

/// <summary>
/// What a batch takes as the body of a request, which is what the service limits: JSON in a multipart message. Reckoned from above, since headers and the length of the
/// account's address are the client's.
/// </summary>
internal static class RequestSize
{
    /// <summary>A change's own boundary, request line and headers, with partition key and address at their longest.</summary>
    private const int PartBytes = 1_536;

    /// <summary>A property's quotes, colons, comma, and the type beside it.</summary>
    private const int PropertyBytes = 48;

    /// <summary>What JSON writers that take no risk with HTML leave as it is.</summary>
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 !#$%()*,-./:;=?@[]^_{|}~");

    public static long Of(Change change, Properties properties)
    {
        // The key stands in the address and in the entity.
        long bytes = PartBytes + (2 * change.Key.Value.Length);
        foreach (var property in properties.Items)
        {
            bytes += PropertyBytes + (2 * property.Name.Length) + Of(property.Value);
        }

        return bytes;
    }

    private static long Of(object value) => value switch
    {
        string text => Escaped(text),
        byte[] bytes => ((bytes.Length + 2L) / 3) * 4,
        _ => 0,
    };

    private static long Escaped(string text)
    {
        long bytes = text.Length;
        var first = text.AsSpan().IndexOfAnyExcept(Plain);
        for (var i = first < 0 ? text.Length : first; i < text.Length; i++)
        {
            bytes += Plain.Contains(text[i]) ? 0 : 5;
        }

        return bytes;
    }
}
