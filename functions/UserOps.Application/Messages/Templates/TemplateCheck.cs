using UserOps.Application.Messages.Templates.Syntax;
using UserOps.Domain;

namespace UserOps.Application.Messages.Templates;

/// <summary>
/// Everything that can be wrong with a template before anybody is written to: its form, its syntax, every name that it or a partial in it uses, and the unsubscribe link.
/// </summary>
public static class TemplateCheck
{
    /// <returns>Empty for a template that can be published. Pointers such as <c>/languages/de/html</c>; the line and column stand in the text.</returns>
    public static IReadOnlyList<Mistake> Check(TemplateBundle bundle)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        var form = TemplateForm.Check(bundle.Content);
        if (form.Count > 0)
        {
            return form;
        }

        var mistakes = new List<Mistake>();
        if (bundle.Content.Layout is { } key && bundle.Layout is not { Kind: TemplateKind.Layout })
        {
            mistakes.Add(new("/layout", bundle.Layout is null ? $"There is no published layout '{key}'." : $"'{key}' is no layout."));
        }

        foreach (var (language, parts) in bundle.Content.Languages)
        {
            foreach (var (part, source) in parts.All)
            {
                mistakes.AddRange(Check(bundle, language, part, source).Select(what => new Mistake($"/languages/{language}/{part.Name()}", what)));
            }
        }

        return mistakes;
    }

    private static IEnumerable<string> Check(TemplateBundle bundle, string language, Part part, string source)
    {
        var content = bundle.Content;
        var walk = new PartWalk(content, part, language, bundle);
        walk.Run(source);
        foreach (var slip in walk.Slips)
        {
            yield return slip.ToString();
        }

        if (walk.Slips.Count > 0 || part.IsOneLine())
        {
            yield break;
        }

        if (content.Kind == TemplateKind.Layout && walk.Bodies != 1)
        {
            yield return "A layout has {{{body}}} once, outside of any block: that is where the message goes.";
        }

        var unsubscribes = walk.Unsubscribes;
        if (bundle.Layout is { Kind: TemplateKind.Layout } layout && layout.For(language).Parts[part] is { } around)
        {
            var outer = new PartWalk(layout, part, language, bundle);
            outer.Run(around);
            foreach (var slip in outer.Slips)
            {
                yield return $"in layout '{content.Layout}', {slip}";
            }

            unsubscribes |= outer.Unsubscribes;
        }

        if (content is { Kind: TemplateKind.Message, Channel: ChannelKind.Email, Purpose: not TemplateContent.Transactional } && !unsubscribes)
        {
            yield return $"A message that is not transactional needs {{{{{OfferedNames.Unsubscribe}}}}}, outside of any block.";
        }
    }
}
