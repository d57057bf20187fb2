using System.Text;
using System.Text.RegularExpressions;

namespace UserOps.LocalHost.Messages;

/// <summary>What a file of <see cref="MailFolder"/> says. It reads what <see cref="MailWriter"/> writes, not every mail there is.</summary>
/// <param name="Fields">Names and decoded values, in their order.</param>
internal sealed partial record MailFile(IReadOnlyList<(string Name, string Value)> Fields, string? Text, string? Html)
{
    public string this[string name] => Fields.FirstOrDefault(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value ?? "";

    public static MailFile Read(string path)
    {
        var (fields, body) = Split(File.ReadAllText(path));
        var all = Fieldlist(fields);
        var boundary = Boundary().Match(all.FirstOrDefault(field => field.Name == "Content-Type").Value ?? "");
        var parts = boundary.Success ? body.Split("--" + boundary.Groups[1].Value, StringSplitOptions.None).Skip(1).Select(Split) : [(fields, body)];
        string? text = null, html = null;
        foreach (var (head, content) in parts)
        {
            var part = Fieldlist(head).ToLookup(field => field.Name, field => field.Value, StringComparer.OrdinalIgnoreCase);
            var type = part["Content-Type"].FirstOrDefault() ?? "";
            if (part["Content-Transfer-Encoding"].FirstOrDefault() == "base64")
            {
                var decoded = Encoding.UTF8.GetString(Convert.FromBase64String(content));
                (text, html) = type.StartsWith("text/html", StringComparison.Ordinal) ? (text, decoded) : (decoded, html);
            }
        }

        return new(all, text, html);
    }

    /// <summary>Only the fields, from the start of the file.</summary>
    public static MailFile ReadHead(string path)
    {
        var lines = File.ReadLines(path).TakeWhile(line => line.Length > 0);
        return new(Fieldlist(string.Join("\r\n", lines)), null, null);
    }

    private static (string Head, string Body) Split(string text)
    {
        var start = text.StartsWith("\r\n", StringComparison.Ordinal) ? 2 : 0;
        var end = text.IndexOf("\r\n\r\n", start, StringComparison.Ordinal);
        return end < 0 ? (text[start..], "") : (text[start..end], text[(end + 4)..]);
    }

    private static List<(string Name, string Value)> Fieldlist(string head)
    {
        var fields = new List<(string, string)>();
        foreach (var line in Folded().Replace(head, " ").Split("\r\n"))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                fields.Add((line[..colon], Words().Replace(line[(colon + 1)..].Trim(), Decoded)));
            }
        }

        return fields;
    }

    /// <summary>RFC 2047: blanks between encoded words are not part of the text, and a character may be cut by their border.</summary>
    private static string Decoded(Match words) =>
        Encoding.UTF8.GetString([.. Word().Matches(words.Value).SelectMany(word => Convert.FromBase64String(word.Groups[1].Value))]);

    [GeneratedRegex("\r\n[ \t]+")]
    private static partial Regex Folded();

    [GeneratedRegex(@"=\?utf-8\?B\?[A-Za-z0-9+/=]*\?=(\s+=\?utf-8\?B\?[A-Za-z0-9+/=]*\?=)*", RegexOptions.IgnoreCase)]
    private static partial Regex Words();

    [GeneratedRegex(@"=\?utf-8\?B\?([A-Za-z0-9+/=]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex Word();

    [GeneratedRegex("boundary=\"?([^\";]+)\"?")]
    private static partial Regex Boundary();
}
