using System.Text;
using HandlebarsDotNet;
using UserOps.Application.Messages.Templates.Syntax;
using Compiled = HandlebarsDotNet.HandlebarsTemplate<System.IO.TextWriter, object, object>;

namespace UserOps.Application.Messages.Templates;

/// <summary>One language of a checked template, ready to render again and again.</summary>
internal sealed class CompiledTemplate
{
    private readonly Dictionary<Part, (Compiled Own, Compiled? Layout)> _parts = [];
    private readonly List<WrittenName> _names = [];

    /// <param name="bundle">Checked: see <see cref="TemplateCheck"/>.</param>
    public CompiledTemplate(TemplateBundle bundle, string language, string currency)
    {
        var own = bundle.Content.Languages[language];
        var around = bundle.Layout?.For(language).Parts;
        IHandlebars? html = null, text = null;
        foreach (var (part, source) in own.All)
        {
            var environment = part == Part.Html ? html ??= Environment(bundle, language, currency, part) : text ??= Environment(bundle, language, currency, part);
            var layout = part.IsOneLine() ? null : around?[part];
            _parts[part] = (environment.Compile(new StringReader(source)), layout is null ? null : environment.Compile(new StringReader(layout)));
            AddNames(bundle.Content, bundle, language, part, source);
            if (layout is not null)
            {
                AddNames(bundle.Layout!, bundle, language, part, layout);
            }
        }
    }

    public (TemplateParts? Parts, Rendering? Refusal) Render(TemplateValues values)
    {
        var data = new Dictionary<string, object> { [TemplateFunctions.ZoneName] = values.Zone };
        var rendered = new Dictionary<Part, string>();
        foreach (var (part, (own, layout)) in _parts)
        {
            try
            {
                var text = Write(own, part, values.Root, data);
                text = layout is null ? text : Write(layout, part, new Dictionary<string, object>(values.Root) { [OfferedNames.Body] = text }, data);
                rendered[part] = part.IsOneLine() ? OneLine(text) : text;
            }
            catch (Exception fault) when (StopWithin(fault) is { } stop)
            {
                return (null, stop.Outcome is Rendering.Missing missing ? new Rendering.Missing(values.NameOf(missing.Name, _names)) : stop.Outcome);
            }

            if (string.IsNullOrWhiteSpace(rendered[part]))
            {
                return (null, new Rendering.Missing(part.Name()));
            }
        }

        string? Of(Part part) => rendered.GetValueOrDefault(part);
        return (new() { Subject = Of(Part.Subject), Html = Of(Part.Html), Text = Of(Part.Text), Title = Of(Part.Title), Body = Of(Part.Body) }, null);
    }

    private static string Write(Compiled template, Part part, object root, object data)
    {
        using var writer = new BoundedWriter(part);
        template(writer, root, data);
        return writer.ToString();
    }

    /// <summary>Runs of blanks and line breaks, of whatever script, become one blank.</summary>
    private static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c) && !char.IsControl(c))
            {
                line.Append(c);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString().TrimEnd();
    }

    private static IHandlebars Environment(TemplateBundle bundle, string language, string currency, Part part)
    {
        var environment = TemplateEngine.Create(LanguageFormat.Of(language), currency, encode: part == Part.Html);
        foreach (var (key, included) in bundle.Includes)
        {
            if (included.Kind == TemplateKind.Partial && bundle.Included(key, language, part).Source is { } source)
            {
                environment.RegisterTemplate(key, source);
            }
        }

        return environment;
    }

    private void AddNames(TemplateContent content, TemplateBundle bundle, string language, Part part, string source)
    {
        var walk = new PartWalk(content, part, language, bundle);
        walk.Run(source);
        _names.AddRange(walk.Written);
    }

    /// <summary>Handlebars.Net wraps what is thrown within a partial, once for each it stands in.</summary>
    private static RenderingStoppedException? StopWithin(Exception? fault)
    {
        while (fault is not (null or RenderingStoppedException))
        {
            fault = fault.InnerException;
        }

        return (RenderingStoppedException?)fault;
    }
}
