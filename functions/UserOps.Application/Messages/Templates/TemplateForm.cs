using System.Text.RegularExpressions;
using UserOps.Domain;

namespace UserOps.Application.Messages.Templates;

/// <summary>Which parts a template has and how large they are; nothing about what stands in them.</summary>
internal static partial class TemplateForm
{
    public static List<Mistake> Check(TemplateContent content)
    {
        var mistakes = new List<Mistake>();
        void Wrong(string at, string what) => mistakes.Add(new(at, what));
        if ((content.Kind == TemplateKind.Message) != (content.Channel is not null))
        {
            Wrong("/channel", content.Channel is null ? $"A message names its channel: {string.Join(", ", Enum.GetNames<ChannelKind>())}." : "Only messages have a channel: a partial or layout stands in any.");
        }

        if (!PurposeForm().IsMatch(content.Purpose))
        {
            Wrong("/purpose", $"A purpose is 1 to 40 lower-case letters, digits and hyphens, such as {TemplateContent.Marketing} or {TemplateContent.Transactional}.");
        }

        if (content.Layout is { } layout && (content.Channel != ChannelKind.Email || !TemplateKey.IsValid(layout)))
        {
            Wrong("/layout", "A layout is named by its key, and only e-mails have one.");
        }

        if (content.Languages is not { Count: >= 1 and <= TemplateLimits.Languages })
        {
            Wrong("/languages", $"A template has 1 to {TemplateLimits.Languages} languages.");
            return mistakes;
        }

        if (!content.Languages.ContainsKey(content.DefaultLanguage))
        {
            Wrong("/defaultLanguage", $"The default is one of the languages: {string.Join(", ", content.Languages.Keys)}.");
        }

        if (content.Languages.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count() < content.Languages.Count)
        {
            Wrong("/languages", "The same language stands there twice, in other letters.");
        }

        foreach (var (language, parts) in content.Languages)
        {
            var at = "/languages/" + Pointer(language);
            if (!LanguageTags.IsTag(language))
            {
                Wrong(at, $"'{language}' is no language tag, such as en, de-AT or zh-Hans.");
            }

            if (parts is null)
            {
                Wrong(at, "The language has no parts.");
                continue;
            }

            mistakes.AddRange(Parts(content, parts).Select(wrong => new Mistake(at + wrong.At, wrong.What)));
        }

        return mistakes;
    }

    private static IEnumerable<Mistake> Parts(TemplateContent content, TemplateParts parts)
    {
        var (allowed, kind) = Allowed(content);
        foreach (var (part, source) in parts.All)
        {
            var at = "/" + part.Name();
            if (!allowed.Contains(part))
            {
                yield return new(at, $"{kind} has no {part.Name()}; it has {string.Join(", ", allowed.Select(PartExtensions.Name))}.");
            }
            else if (string.IsNullOrWhiteSpace(source))
            {
                yield return new(at, $"The {part.Name()} is empty.");
            }
            else if (source.Length > TemplateLimits.Source(part))
            {
                yield return new(at, $"The {part.Name()} has {source.Length} characters; at most {TemplateLimits.Source(part)} are taken.");
            }
        }

        var needed = allowed.Contains(Part.Subject) ? Part.Subject : allowed.Contains(Part.Body) ? Part.Body : (Part?)null;
        if (needed is { } must && parts[must] is null)
        {
            yield return new("/" + must.Name(), $"{kind} needs a {must.Name()}.");
        }

        if (allowed.Contains(Part.Html) && parts.Html is null && parts.Text is null)
        {
            yield return new("", $"{kind} needs html or text, better both.");
        }
    }

    private static (Part[] Parts, string Kind) Allowed(TemplateContent content) => (content.Kind, content.Channel) switch
    {
        (TemplateKind.Partial, _) => ([Part.Html, Part.Text], "A partial"),
        (TemplateKind.Layout, _) => ([Part.Html, Part.Text], "A layout"),
        (_, ChannelKind.Email) => ([Part.Subject, Part.Html, Part.Text], "An e-mail"),
        (_, ChannelKind.Sms) => ([Part.Body], "An SMS"),
        _ => ([Part.Title, Part.Body], "Such a message"),
    };

    private static string Pointer(string segment) => segment.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    [GeneratedRegex("^[a-z0-9-]{1,40}$")]
    private static partial Regex PurposeForm();
}
