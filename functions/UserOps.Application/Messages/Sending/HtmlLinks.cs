using System.Net;
using System.Text;

namespace UserOps.Application.Messages.Sending;

/// <summary>
/// Changes where the links of an HTML text lead, and leaves every other character as it is. Tags and attributes are read as a browser does: quotes of both kinds or none, any case,
/// the first of two equal attributes; comments, scripts, styles and other raw text are passed over. Source: https://html.spec.whatwg.org/multipage/parsing.html#tokenization
/// </summary>
internal static class HtmlLinks
{
    /// <param name="lead">Given where a link of an <c>a</c> or <c>area</c> leads: where it is to lead instead; null: it stays.</param>
    /// <param name="last">HTML that comes before the end of the body, or at the very end; null: nothing.</param>
    public static string Rewrite(string html, Func<string, string?> lead, string? last)
    {
        var (result, copied, end) = (new StringBuilder(html.Length + 256), 0, html.Length);
        var cuts = new List<(int From, int To, string Text)>();
        foreach (var tag in HtmlTags.Of(html))
        {
            if (tag is { IsEnd: false, Name: "a" or "area", Href: { } href } && lead(WebUtility.HtmlDecode(html[href]).Trim(HtmlTags.Space)) is { } instead)
            {
                cuts.Add((href.Start.Value, href.End.Value, Quoted(html, href, instead)));
            }
            else if (tag is { IsEnd: true, Name: "body" })
            {
                end = tag.At;
            }
        }

        if (last is not null)
        {
            cuts.Add((end, end, last));
        }

        foreach (var (from, to, text) in cuts.OrderBy(cut => cut.From))
        {
            result.Append(html, copied, from - copied).Append(text);
            copied = to;
        }

        return result.Append(html, copied, html.Length - copied).ToString();
    }

    /// <summary>A value without quotes gets some.</summary>
    private static string Quoted(string html, Range value, string text)
    {
        var encoded = WebUtility.HtmlEncode(text);
        return html[value.Start.Value - 1] is '"' or '\'' ? encoded : $"\"{encoded}\"";
    }
}
