using Microsoft.AspNetCore.Http;
using UserOps.Application.Settings;
using UserOps.Application.Http;

namespace UserOps.Application.Messages.Engagement;

/// <summary>Answers of the addresses in messages: pages that nobody frames, keeps, indexes or is led on from with the address, since the address is the key.</summary>
internal static class PageAnswer
{
    private static readonly byte[] Pixel = Convert.FromBase64String("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    /// <param name="write">From words and the workspace's name.</param>
    public static IResult Of(HttpRequest request, string? language, Func<PageWords, string?, string> write, int status = StatusCodes.Status200OK)
    {
        Protect(request);
        request.HttpContext.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src '{LinkPages.StyleHash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        var words = PageWords.In(PageLanguage.Of(request, language));
        return Results.Content(write(words, request.Use<UserOpsSettings>().Workspace.Name), "text/html; charset=utf-8", statusCode: status);
    }

    /// <summary>404: whether it was cut off or made up is not told.</summary>
    public static IResult Lost(HttpRequest request) =>
        Of(request, null, (words, sender) => LinkPages.Note(words, sender, words.LostTitle, words.Lost), StatusCodes.Status404NotFound);

    public static IResult Expired(HttpRequest request) =>
        Of(request, null, (words, sender) => LinkPages.Note(words, sender, words.ExpiredTitle, words.Expired), StatusCodes.Status410Gone);

    public static IResult Busy(HttpRequest request) =>
        Of(request, null, (words, sender) => LinkPages.Note(words, sender, words.BusyTitle, words.Busy), StatusCodes.Status429TooManyRequests);

    /// <summary>A transparent GIF of one pixel.</summary>
    public static IResult Dot(HttpRequest request)
    {
        Protect(request);
        return Results.Bytes(Pixel, "image/gif");
    }

    /// <param name="address">One that <see cref="Links.ClickTarget"/> vouches for.</param>
    public static IResult LeadTo(HttpRequest request, Uri address)
    {
        Protect(request);

        // A header holds ASCII. What is ASCII goes as it stood in the message; of what is not, host and path have an escaped form each.
        var text = address.OriginalString;
        request.HttpContext.Response.Headers.Location = text.All(char.IsAscii)
            ? text
            : new UriBuilder(address) { Host = address.IdnHost }.Uri.AbsoluteUri;
        return Results.StatusCode(StatusCodes.Status302Found);
    }

    private static void Protect(HttpRequest request)
    {
        var headers = request.HttpContext.Response.Headers;
        headers.CacheControl = "no-store, no-cache, must-revalidate, max-age=0";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex, nofollow";
    }
}
