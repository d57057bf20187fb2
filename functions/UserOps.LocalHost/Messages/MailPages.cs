using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace UserOps.LocalHost.Messages;

/// <summary>The two pages of the mail viewer. Everything from a mail is encoded; its HTML is shown in a frame that may do nothing.</summary>
internal static class MailPages
{
    private const string Style = """
        :root { color-scheme: light dark; --line: #8884; --soft: #8881; --quiet: light-dark(#667085, #98a2b3); --accent: light-dark(#175cd3, #84caff); }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 62rem; padding: 1.5rem 1.25rem 3rem; font: 16px/1.5 system-ui, sans-serif; background: light-dark(#fff, #101318); }
        h1 { font-size: 1.4rem; margin: .25rem 0 1rem; overflow-wrap: anywhere; }
        a { color: var(--accent); text-decoration: none; } a:hover { text-decoration: underline; }
        .quiet, time { color: var(--quiet); font-size: .875rem; }
        ol { list-style: none; margin: 0; padding: 0; border: 1px solid var(--line); border-radius: .6rem; overflow: hidden; }
        li + li { border-top: 1px solid var(--line); }
        li a { display: grid; grid-template-columns: minmax(0, 19rem) minmax(0, 1fr) auto; gap: 1rem; padding: .7rem 1rem; color: inherit; }
        li a:hover, li a:focus-visible { background: var(--soft); text-decoration: none; }
        li span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; } li .subject { font-weight: 600; }
        dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .2rem 1rem; margin: 0; font-size: .9rem; }
        dt { color: var(--quiet); } dd { margin: 0; overflow-wrap: anywhere; }
        h2 { font-size: .8rem; letter-spacing: .06em; text-transform: uppercase; color: var(--quiet); margin: 1.75rem 0 .5rem; }
        iframe { width: 100%; height: 60vh; min-height: 24rem; border: 1px solid var(--line); border-radius: .6rem; background: #fff; resize: vertical; }
        pre { margin: 0; padding: 1rem; border: 1px solid var(--line); border-radius: .6rem; background: var(--soft); white-space: pre-wrap; overflow-wrap: anywhere; font-size: .875rem; }
        .empty { padding: 3rem 1rem; text-align: center; border: 1px dashed var(--line); border-radius: .6rem; }
        @media (max-width: 40rem) { li a { grid-template-columns: 1fr; gap: .1rem; } }
        """;

    /// <summary>Fields that say how the file is built and nothing of the message.</summary>
    private static readonly HashSet<string> Technical = new(StringComparer.OrdinalIgnoreCase) { "Subject", "MIME-Version", "Content-Type", "Content-Transfer-Encoding" };

    private static readonly HashSet<string> First = new(StringComparer.OrdinalIgnoreCase) { "From", "To", "Reply-To", "Date" };

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string StyleHash { get; } = "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));

    /// <param name="all">How many there are, of which these are the newest.</param>
    public static string List(IReadOnlyList<(string Name, DateTimeOffset SentAt, MailFile Head)> mails, int all, string folder)
    {
        var page = new StringBuilder();
        var count = all.ToString("N0", CultureInfo.InvariantCulture);
        page.Append(CultureInfo.InvariantCulture, $"<h1>Mail</h1><p class=\"quiet\">{(all > mails.Count ? $"The newest {mails.Count} of {count}" : count)} in {Safe(folder)}. Nothing of it left this machine.</p>");
        if (mails.Count == 0)
        {
            return Page("Mail", page.Append("<div class=\"empty\">No mail yet. What this host sends shows here.</div>"));
        }

        page.Append("<ol>");
        foreach (var (name, sentAt, head) in mails)
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"<li><a href=\"/mail/{name}\"><span>{Safe(head["To"])}</span><span class=\"subject\">{Safe(head["Subject"])}</span><time>{sentAt:yyyy-MM-dd HH:mm:ss} UTC</time></a></li>");
        }

        return Page("Mail", page.Append("</ol>"));
    }

    public static string One(string name, MailFile mail)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"<a href=\"/mail\">← All mail</a><h1>{Safe(mail["Subject"])}</h1><dl>");
        foreach (var (field, value) in mail.Fields.Where(field => !Technical.Contains(field.Name)).OrderBy(field => !First.Contains(field.Name)))
        {
            page.Append(CultureInfo.InvariantCulture, $"<dt>{Safe(field)}</dt><dd>{Safe(value)}</dd>");
        }

        page.Append("</dl>");
        if (mail.Html is not null)
        {
            page.Append(CultureInfo.InvariantCulture, $"<h2>HTML</h2><iframe sandbox src=\"/mail/{name}/html\" title=\"The message as HTML\"></iframe>");
            page.Append("<p class=\"quiet\">Shown without scripts, and without anything from elsewhere: pictures of other servers stay away.</p>");
        }

        if (mail.Text is not null)
        {
            page.Append(CultureInfo.InvariantCulture, $"<h2>Text</h2><pre>{Safe(mail.Text)}</pre>");
        }

        return Page(mail["Subject"], page);
    }

    private static string Page(string title, StringBuilder body) =>
        $"<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{Safe(title)}</title><style>{Style}</style></head><body>{body}</body></html>";

    private static string Safe(string text) => Encoder.Encode(text);
}
