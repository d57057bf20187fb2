using System.Diagnostics.CodeAnalysis;

namespace UserOps.Application.Messages.Templates.Syntax;

/// <summary>
/// Reads the tags of one part, strictly: Handlebars.Net passes over slips (<c>{{user.name 1}}</c> comes out as nothing) and keeps no places of names. That both read
/// the same is checked by <see cref="CompiledNames"/>.
/// </summary>
internal sealed class TemplateParser
{
    private const int MostDepth = 16;
    private readonly TagReader _reader;
    private readonly TermReader _terms;
    private int _depth;

    private TemplateParser(string source)
    {
        _reader = new(source);
        _terms = new(_reader);
    }

    /// <returns>The tags, or the first slip.</returns>
    public static (IReadOnlyList<Node> Nodes, Slip? Slip) Parse(string source)
    {
        try
        {
            var parser = new TemplateParser(source);
            var nodes = parser.Nodes(out var end);
            return end is null ? (nodes, null) : ([], new(end.At, end.IsElse ? "{{else}} stands outside of any block." : $"{{{{/{end.Word}}}}} closes nothing."));
        }
        catch (TemplateSyntaxException fault)
        {
            return ([], fault.Slip);
        }
    }

    /// <summary>Up to the end, an {{else}} or a closing tag, which is told and already read.</summary>
    private List<Node> Nodes(out EndTag? end)
    {
        var nodes = new List<Node>();
        while (true)
        {
            _reader.SkipText();
            if (_reader.AtEnd)
            {
                end = null;
                return nodes;
            }

            if (Tag(out end) is { } node)
            {
                nodes.Add(node);
            }
            else if (end is not null)
            {
                return nodes;
            }
        }
    }

    private Node? Tag(out EndTag? end)
    {
        end = null;
        var at = _reader.Spot;
        if (_reader.Sees("{{{{"))
        {
            throw _reader.Fail("Four braces are not taken.");
        }

        if (_reader.Takes("{{{"))
        {
            return Output(at, raw: true);
        }

        _reader.Takes("{{");
        _reader.Takes("~");
        if (_reader.Takes("!"))
        {
            return _reader.SkipPast(_reader.Takes("--") ? "--}}" : "}}") ? null : throw new TemplateSyntaxException(new(at, "This comment is not closed."));
        }

        if (_reader.Peek is '&' or '*' or '^')
        {
            throw _reader.Fail($"{{{{{_reader.Peek} is not taken" + (_reader.Peek == '^' ? "; write {{else}} or {{#unless}}." : "."));
        }

        if (_reader.Takes("#"))
        {
            return Section(at);
        }

        if (_reader.Takes(">"))
        {
            return Include(at);
        }

        var closes = _reader.Takes("/");
        _reader.SkipBlanks();
        if (closes || IsElse())
        {
            end = closes ? new(at, _reader.Word(), IsElse: false) : ElseTag(at);
            if (!end.IsElseIf)
            {
                _terms.Close("}}");
            }

            return null;
        }

        return Output(at, raw: false);
    }

    private Node.Output Output(Spot at, bool raw)
    {
        var value = _terms.Value(Words.Functions.Keys);
        _terms.Close(raw ? "}}}" : "}}");
        return new(at, value, raw);
    }

    private Node.Section Section(Spot at)
    {
        var kind = _reader.Word();
        if (!Words.Blocks.Contains(kind))
        {
            throw new TemplateSyntaxException(new(at, $"There is no block '{kind}'; there are {string.Join(", ", Words.Blocks.Order(StringComparer.Ordinal))}."));
        }

        return SectionRest(at, kind, kind);
    }

    /// <param name="closedBy">The block that ends it: that of the first condition, for {{else if}}.</param>
    private Node.Section SectionRest(Spot at, string kind, string closedBy)
    {
        if (++_depth > MostDepth)
        {
            throw new TemplateSyntaxException(new(at, $"Blocks stand more than {MostDepth} deep in each other."));
        }

        var of = _terms.Argument() ?? throw new TemplateSyntaxException(new(at, $"{{{{#{kind}}}}} needs a name, as in {{{{#{kind} trait.city}}}}."));
        var (item, index) = kind is Words.Each or Words.With ? _terms.BlockNames() : (null, null);
        _terms.Close("}}");
        var body = Nodes(out var end);
        IReadOnlyList<Node>? otherwise = null;
        if (end is { IsElseIf: true })
        {
            otherwise = [SectionRest(end.At, Words.If, closedBy)];
        }
        else
        {
            if (end is { IsElse: true })
            {
                otherwise = Nodes(out end);
            }

            RequireEnd(at, kind, closedBy, end);
        }

        _depth--;
        return new(at, kind, of, item, index, body, otherwise);
    }

    private static void RequireEnd(Spot at, string kind, string closedBy, [NotNull] EndTag? end)
    {
        if (end is null || end.IsElse || end.Word != closedBy)
        {
            throw new TemplateSyntaxException(end is null
                ? new(at, $"{{{{#{kind}}}}} is not closed by {{{{/{closedBy}}}}}.")
                : new(end.At, end.IsElse ? "A block has one {{else}}, as its last part." : $"{{{{/{end.Word}}}}} stands where {{{{/{closedBy}}}}} is expected, for the block of {at}."));
        }
    }

    private Node.Include Include(Spot at)
    {
        _reader.SkipBlanks();
        var key = _reader.Word() is var word && TemplateKey.IsValid(word) ? word : throw new TemplateSyntaxException(new(at, "A partial is named by its key, as in {{> footer}}."));
        var arguments = _terms.NamedArguments();
        _terms.Close("}}");
        return new(at, key, arguments);
    }

    private bool IsElse() => _reader.SeesWord("else");

    private EndTag ElseTag(Spot at)
    {
        _reader.Takes("else");
        _reader.SkipBlanks();
        if (_reader.Peek is '}' or '~')
        {
            return new(at, "else", IsElse: true);
        }

        return _reader.Word() == Words.If
            ? new(at, "else", IsElse: true, IsElseIf: true)
            : throw _reader.Fail("After else stands nothing, or if and a name.");
    }
}
