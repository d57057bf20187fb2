using System.Collections.Concurrent;
using UserOps.Application.Messages.Templates.Syntax;

namespace UserOps.Application.Messages.Templates;

/// <summary>A version, or a draft, with those of its languages compiled that were asked for.</summary>
/// <param name="version">Null: the draft.</param>
internal sealed class CompiledVersion(string key, int? version, TemplateBundle bundle, string currency, TemplateCompiler? compiler = null)
{
    private readonly TemplateCompiler _compiler = compiler ?? new();
    private readonly Lazy<HashSet<string>> _roots = new(() => RootsOf(bundle));
    private readonly ConcurrentDictionary<string, Lazy<CompiledTemplate>> _languages = new(StringComparer.Ordinal);

    /// <summary>Whether any language of it speaks of a name or something below it, itself or in a partial or the layout.</summary>
    public bool SpeaksOf(string root) => _roots.Value.Contains(root);

    /// <param name="language">In place of the person's own; null: theirs.</param>
    public Rendering Render(TemplateValues values, string? language)
    {
        var content = bundle.Content;
        if (content is not { Kind: TemplateKind.Message, Channel: { } channel })
        {
            return new Rendering.NotFound();
        }

        var (chosen, _) = content.For(language ?? values.Language);
        var compiled = _languages.GetOrAdd(chosen, _ => new(() => _compiler.Compile(bundle, chosen, currency))).Value;
        var (parts, refusal) = compiled.Render(values);
        return refusal ?? new Rendering.Rendered(new(key, version, channel, content.Purpose, chosen, parts!));
    }

    private static HashSet<string> RootsOf(TemplateBundle bundle)
    {
        var roots = new HashSet<string>(StringComparer.Ordinal);
        foreach (var content in (TemplateContent?[])[bundle.Content, bundle.Layout])
        {
            foreach (var (language, parts) in content?.Languages ?? new Dictionary<string, TemplateParts>())
            {
                foreach (var (part, source) in parts.All)
                {
                    var walk = new PartWalk(content!, part, language, bundle);
                    walk.Run(source);
                    roots.UnionWith(walk.Roots);
                }
            }
        }

        return roots;
    }
}
