using System.IO.Compression;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using UserOps.Application.Settings;

namespace UserOps.Application.Http;

/// <summary>Reads request bodies. Longer ones than the route allows end in <see cref="BodyTooLargeException"/>, which <see cref="Gate"/> answers.</summary>
public static class Body
{
    private const int FirstBuffer = 8 * 1024;

    /// <summary>The bytes as sent: signatures are over them, so nothing may parse or decompress before they are checked.</summary>
    public static Task<PooledBytes> ReadAsync(HttpRequest request) => ReadAsync(request, request.Body, (int)Math.Min(request.ContentLength + 1 ?? FirstBuffer, Route.IntakeBody));

    /// <summary>The bytes with gzip taken off: Segment's mobile clients send nothing else.</summary>
    /// <exception cref="BadHttpRequestException">Another encoding (415), or damaged gzip (400).</exception>
    public static async Task<PooledBytes> ReadDecodedAsync(HttpRequest request)
    {
        var encoding = request.Headers.ContentEncoding.ToString();
        if (encoding.Length == 0 || encoding.Equals("identity", StringComparison.OrdinalIgnoreCase))
        {
            return await ReadAsync(request);
        }

        if (!encoding.Equals("gzip", StringComparison.OrdinalIgnoreCase))
        {
            throw new BadHttpRequestException("Content-Encoding may be gzip or absent.", StatusCodes.Status415UnsupportedMediaType);
        }

        var limit = request.HttpContext.RequestServices.GetRequiredService<UserOpsSettings>().Limits.RequestBytes;
        await using var unpacked = new GZipStream(request.Body, CompressionMode.Decompress, leaveOpen: true);
        try
        {
            return await ReadAsync(request, new LimitedBody(unpacked, declared: null, limit), FirstBuffer);
        }
        catch (InvalidDataException damaged)
        {
            throw new BadHttpRequestException("The body is not the gzip that Content-Encoding promises.", StatusCodes.Status400BadRequest, damaged);
        }
    }

    /// <returns>The value, or the answer (400) to a body that is no such JSON.</returns>
    public static async Task<(T? Value, IResult? Refusal)> ReadJsonAsync<T>(HttpRequest request)
    {
        using var bytes = await ReadAsync(request);
        var options = request.HttpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        try
        {
            return JsonSerializer.Deserialize<T>(bytes.Span, options) is { } value ? (value, null) : (default, Problem.Invalid("body", "The body is null."));
        }
        catch (JsonException malformed)
        {
            return (default, Problem.Malformed(malformed));
        }
    }

    private static async Task<PooledBytes> ReadAsync(HttpRequest request, Stream stream, int capacity)
    {
        var bytes = new PooledBytes(capacity);
        try
        {
            await bytes.FillAsync(stream, request.HttpContext.RequestAborted);
            return bytes;
        }
        catch
        {
            bytes.Dispose();
            throw;
        }
    }
}
