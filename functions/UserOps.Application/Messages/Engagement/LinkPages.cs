using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace UserOps.Application.Messages.Engagement;

/// <summary>The pages behind links in messages: plain HTML without scripts or anything from elsewhere. All values are encoded.</summary>
internal static class LinkPages
{
    /// <summary>Names of the form's fields.</summary>
    public const string WasField = "was";
    public const string OffField = "off";
    public const string OnField = "on";
    public const string RefuseField = "refuse";

    private const string Style = """
        :root { color-scheme: light dark; --line: #8885; --quiet: light-dark(#667085, #98a2b3); --accent: light-dark(#175cd3, #84caff); }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 34rem; padding: 3rem 1.25rem; font: 1.0625rem/1.55 system-ui, sans-serif; background: light-dark(#fff, #101318); }
        h1 { font-size: 1.5rem; line-height: 1.25; margin: .25rem 0 1rem; }
        h2 { font-size: 1rem; margin: 1.5rem 0 .25rem; }
        .quiet { color: var(--quiet); font-size: .9375rem; }
        .note { border: 1px solid var(--line); border-radius: .5rem; padding: .6rem .9rem; }
        label { display: flex; gap: .75rem; align-items: center; padding: .55rem 0; border-bottom: 1px solid var(--line); }
        input { width: 1.2rem; height: 1.2rem; }
        button { margin-top: 1.25rem; padding: .65rem 1.4rem; font: inherit; font-weight: 600; border: 1px solid var(--accent); border-radius: .5rem; background: var(--accent); color: light-dark(#fff, #101318); cursor: pointer; }
        button.second { background: none; color: var(--accent); }
        a { color: var(--accent); }
        """;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string StyleHash { get; } = "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));

    /// <summary>Asks, since programs that look at links open them too: only its button unsubscribes.</summary>
    public static string Ask(PageWords words, string? sender, string channel, string purpose, string preferences) => Page(
        words,
        words.AskTitle,
        sender,
        $"<p>{Safe(words.Ask)} <b>{Kind(words, channel, purpose)}</b></p><form method=\"post\"><button>{Safe(words.Unsubscribe)}</button></form>{Link(words, preferences)}");

    public static string Done(PageWords words, string? sender, string channel, string purpose, string preferences) =>
        Page(words, words.DoneTitle, sender, $"<p role=\"status\">{Safe(words.Done)} <b>{Kind(words, channel, purpose)}</b></p>{Link(words, preferences)}");

    /// <summary>The form tells what was shown, so that a page that stood open does not take back what was said meanwhile.</summary>
    public static string Preferences(PageWords words, string? sender, IReadOnlyList<Preference> lines, bool saved)
    {
        var page = new StringBuilder();
        page.Append(saved ? $"<p class=\"note\" role=\"status\">{Safe(words.Saved)}</p>" : $"<p>{Safe(words.PreferencesNote)}</p>").Append("<form method=\"post\">");
        foreach (var purpose in lines.GroupBy(line => line.Purpose))
        {
            page.Append(CultureInfo.InvariantCulture, $"<h2>{Safe(words.NameOf(purpose.Key))}</h2>");
            foreach (var line in purpose)
            {
                var slot = Safe($"{line.Channel}.{line.Purpose}");
                page.Append(CultureInfo.InvariantCulture, $"<input type=\"hidden\" name=\"{(line.On ? WasField : OffField)}\" value=\"{slot}\">")
                    .Append(CultureInfo.InvariantCulture, $"<label><input type=\"checkbox\" name=\"{OnField}\" value=\"{slot}\"{(line.On ? " checked" : "")}>{Safe(words.NameOf(line.Channel))}</label>");
            }
        }

        page.Append(CultureInfo.InvariantCulture, $"<button>{Safe(words.Save)}</button></form>")
            .Append(CultureInfo.InvariantCulture, $"<form method=\"post\"><button class=\"second\" name=\"{RefuseField}\" value=\"all\">{Safe(words.RefuseAll)}</button></form>")
            .Append(CultureInfo.InvariantCulture, $"<p class=\"quiet\">{Safe(words.RefuseAllNote)}</p>");
        return Page(words, words.PreferencesTitle, sender, page.ToString());
    }

    public static string Note(PageWords words, string? sender, string title, string text) => Page(words, title, sender, $"<p>{Safe(text)}</p>");

    private static string Kind(PageWords words, string channel, string purpose) => $"{Safe(words.NameOf(purpose))} · {Safe(words.NameOf(channel))}";

    private static string Link(PageWords words, string preferences) => $"<p><a href=\"{Safe(preferences)}\">{Safe(words.Preferences)}</a></p>";

    private static string Page(PageWords words, string title, string? sender, string body) =>
        $"<!doctype html><html lang=\"{words.Language}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><meta name=\"robots\" content=\"noindex\">"
        + $"<title>{Safe(title)}</title><style>{Style}</style></head><body><main>{(sender is null ? "" : $"<p class=\"quiet\">{Safe(sender)}</p>")}<h1>{Safe(title)}</h1>{body}</main></body></html>";

    private static string Safe(string text) => Encoder.Encode(text);
}
