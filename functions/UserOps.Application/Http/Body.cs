using Microsoft.AspNetCore.Http;

namespace UserOps.Application.Http;

/// <summary>Raw request bodies: signatures are over bytes, so nothing parses before they are checked.</summary>
public static class Body
{
    /// <returns>The bytes, or null when there are more than <paramref name="limit"/>.</returns>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, int limit)
    {
        if (request.ContentLength > limit)
        {
            return null;
        }

        var buffer = new byte[request.ContentLength is { } length ? (int)length : 4_096];
        var read = 0;
        while (true)
        {
            if (read == buffer.Length)
            {
                // One byte more than declared or seen so far tells the end from a longer body.
                var probe = new byte[1];
                if (await request.Body.ReadAsync(probe, request.HttpContext.RequestAborted) == 0)
                {
                    return buffer.AsMemory(0, read);
                }

                if (read >= limit)
                {
                    return null;
                }

                Array.Resize(ref buffer, Math.Min(limit + 1, Math.Max(8_192, buffer.Length * 2)));
                buffer[read++] = probe[0];
            }

            var got = await request.Body.ReadAsync(buffer.AsMemory(read), request.HttpContext.RequestAborted);
            if (got == 0)
            {
                return read > limit ? null : buffer.AsMemory(0, read);
            }

            read += got;
            if (read > limit)
            {
                return null;
            }
        }
    }
}
