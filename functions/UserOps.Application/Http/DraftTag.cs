using Microsoft.AspNetCore.Http;

namespace UserOps.Application.Http;

/// <summary>Drafts that several people write carry a tag, so that nobody overwrites another's unseen.</summary>
internal static class DraftTag
{
    /// <summary>What the request means to replace or publish. A weak tag and one without quotes are taken too; null, for none and <c>*</c>: any draft.</summary>
    public static string? IfMatch(HttpRequest request)
    {
        var tag = request.Headers.IfMatch.ToString().Trim();
        tag = (tag.StartsWith("W/", StringComparison.Ordinal) ? tag[2..] : tag).Trim('"');
        return tag is "" or "*" ? null : tag;
    }

    public static void Show(HttpRequest request, string tag) => request.HttpContext.Response.Headers.ETag = $"\"{tag}\"";

    public static IResult Overtaken() => Problem.Of(412, "overtaken", "Somebody else has saved another draft; read it, and send yours with its tag in If-Match.");
}
