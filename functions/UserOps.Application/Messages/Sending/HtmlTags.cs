using System.Buffers;

namespace UserOps.Application.Messages.Sending;

/// <summary>The tags of an HTML text, one after the other. Whatever is no tag, or is never closed, is passed over.</summary>
internal static class HtmlTags
{
    /// <summary>What HTML calls white space.</summary>
    public static readonly char[] Space = ['\t', '\n', '\f', '\r', ' '];

    private static readonly SearchValues<char> EndOfName = SearchValues.Create("\t\n\f\r />");
    private static readonly SearchValues<char> EndOfAttribute = SearchValues.Create("\t\n\f\r />=");
    private static readonly SearchValues<char> EndOfBare = SearchValues.Create("\t\n\f\r >");

    /// <summary>Elements whose content is text, whatever it looks like.</summary>
    private static readonly HashSet<string> Raw = ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "noscript"];

    public static IEnumerable<HtmlTag> Of(string html)
    {
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at < html.Length;)
        {
            var next = at + 1;
            if (Comment(html, at) is { } after)
            {
                next = after;
            }
            else if (Read(html, at) is var (tag, end))
            {
                yield return tag;
                next = tag is { IsEnd: false, Name: "plaintext" } ? html.Length
                    : !tag.IsEnd && Raw.Contains(tag.Name) ? EndOfRaw(html, end, tag.Name)
                    : end;
            }

            at = next >= html.Length ? -1 : html.IndexOf('<', next);
        }
    }

    /// <returns>Where it is over; null: there is none here.</returns>
    private static int? Comment(string html, int at)
    {
        var rest = html.AsSpan(at);
        if (rest.StartsWith("<!-->") || rest.StartsWith("<!--->"))
        {
            return at + rest.IndexOf('>') + 1;
        }

        if (rest.StartsWith("<!--"))
        {
            var (plain, odd) = (rest[4..].IndexOf("-->"), rest[4..].IndexOf("--!>"));
            return plain < 0 && odd < 0 ? html.Length : at + 4 + (odd < 0 || (plain >= 0 && plain < odd) ? plain + 3 : odd + 4);
        }

        var bogus = rest.StartsWith("<!") || rest.StartsWith("<?") || (rest.StartsWith("</") && rest.Length > 2 && !char.IsAsciiLetter(rest[2]));
        return !bogus ? null : rest.IndexOf('>') is >= 0 and var close ? at + close + 1 : html.Length;
    }

    private static int EndOfRaw(string html, int from, string name)
    {
        for (var at = html.IndexOf("</" + name, from, StringComparison.OrdinalIgnoreCase); at >= 0; at = html.IndexOf("</" + name, at + 2, StringComparison.OrdinalIgnoreCase))
        {
            var after = at + 2 + name.Length;
            if (after >= html.Length || EndOfName.Contains(html[after]))
            {
                return at;
            }
        }

        return html.Length;
    }

    /// <returns>The tag and where it is over; null: it is text, or never closed.</returns>
    private static (HtmlTag Tag, int End)? Read(string html, int start)
    {
        var at = start + 1;
        var isEnd = at < html.Length && html[at] == '/';
        at += isEnd ? 1 : 0;
        if (at >= html.Length || !char.IsAsciiLetter(html[at]))
        {
            return null;
        }

        var name = html[at..Next(html, at, EndOfName)].ToLowerInvariant();
        at += name.Length;
        for (Range? href = null; ;)
        {
            at = Past(html, at, slashes: true);
            if (at >= html.Length)
            {
                return null;
            }

            if (html[at] == '>')
            {
                return (new(start, isEnd, name, href), at + 1);
            }

            // An equals sign that begins an attribute belongs to its name.
            var attribute = at..Next(html, at + 1, EndOfAttribute);
            var (value, after) = Value(html, attribute.End.Value);
            href = html[attribute].Equals("href", StringComparison.OrdinalIgnoreCase) ? href ?? value ?? at..at : href;
            at = after;
        }
    }

    /// <returns>Where the value stands, without quotes, if there is one; and where to go on.</returns>
    private static (Range? Value, int After) Value(string html, int at)
    {
        var equals = Past(html, at, slashes: false);
        if (equals >= html.Length || html[equals] != '=')
        {
            return (null, at);
        }

        at = Past(html, equals + 1, slashes: false);
        if (at >= html.Length || html[at] == '>')
        {
            return (null, at);
        }

        if (html[at] is '"' or '\'')
        {
            var close = html.IndexOf(html[at], at + 1);
            return close < 0 ? (null, html.Length) : ((at + 1)..close, close + 1);
        }

        var end = Next(html, at, EndOfBare);
        return (at..end, end);
    }

    private static int Next(string html, int from, SearchValues<char> stops) =>
        from >= html.Length ? html.Length : html.AsSpan(from).IndexOfAny(stops) is >= 0 and var found ? from + found : html.Length;

    private static int Past(string html, int at, bool slashes)
    {
        while (at < html.Length && (Array.IndexOf(Space, html[at]) >= 0 || (slashes && html[at] == '/')))
        {
            at++;
        }

        return at;
    }
}
