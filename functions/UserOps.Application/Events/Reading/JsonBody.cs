using System.Text.Json;
using System.Text.Unicode;
using UserOps.Application.Http;

namespace UserOps.Application.Events.Reading;

/// <summary>Parses bodies so that whatever comes out can be stored and read again.</summary>
internal static class JsonBody
{
    /// <summary>Stored events stand a few levels deep in messages and documents, whose readers stop at 64.</summary>
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 48 };

    /// <returns>The document, which lives no longer than <paramref name="body"/>.</returns>
    /// <exception cref="JsonException">It is no JSON, no UTF-8, or nested more than 48 levels deep.</exception>
    public static JsonDocument Parse(PooledBytes body)
    {
        if (!Utf8.IsValid(body.Span))
        {
            throw new JsonException("The body is not UTF-8.");
        }

        LoneSurrogates.Replace(body.Writable);
        return JsonDocument.Parse(body.Memory, Options);
    }
}
