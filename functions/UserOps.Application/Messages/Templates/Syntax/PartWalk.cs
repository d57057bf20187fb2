using System.Collections.Immutable;

namespace UserOps.Application.Messages.Templates.Syntax;

/// <summary>Goes through one part and the partials in it, and says which names it uses and what is wrong.</summary>
internal sealed class PartWalk(TemplateContent content, Part part, string language, TemplateBundle bundle)
{
    private readonly List<Slip> _slips = [];
    private readonly List<WrittenName> _names = [];
    private readonly HashSet<string> _roots = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (IReadOnlyList<Node>? Nodes, Slip? Slip)> _read = [];
    private int _tags;

    public IReadOnlyList<Slip> Slips => _slips;

    /// <summary>Whole names whose values are written or handed to functions, in the order of the text.</summary>
    public IReadOnlyList<WrittenName> Written => _names;

    /// <summary>First segments of all whole names, those of blocks included: what has to be known to render.</summary>
    public IReadOnlySet<string> Roots => _roots;

    /// <summary>Whether every message has the unsubscribe link.</summary>
    public bool Unsubscribes { get; private set; }

    /// <summary>How often the layout has the place for the message, wherever that stands in every message.</summary>
    public int Bodies { get; private set; }

    public void Run(string source)
    {
        var (nodes, slip) = SourceReading.Of(source);
        if (slip is not null)
        {
            _slips.Add(slip);
            return;
        }

        Walk(nodes, new() { TakesAnyArgument = content.Kind == TemplateKind.Partial });
    }

    private void Walk(IReadOnlyList<Node> nodes, Scope scope)
    {
        foreach (var node in nodes)
        {
            if (++_tags > TemplateLimits.Tags)
            {
                if (_tags == TemplateLimits.Tags + 1)
                {
                    Add(node.At, $"There are more than {TemplateLimits.Tags} tags, those of partials included.");
                }

                return;
            }

            switch (node)
            {
                case Node.Output output: Output(output, scope); break;
                case Node.Section section: Section(section, scope); break;
                case Node.Include include: Include(include, scope); break;
            }
        }
    }

    private void Output(Node.Output output, Scope scope)
    {
        var whole = Value(output.Value, scope, written: true);
        if (output.Raw && (whole != OfferedNames.Body || content.Kind != TemplateKind.Layout || scope.Within.Count > 0))
        {
            Add(output.At, "Three braces are for {{{body}}} of a layout: everything else is encoded.");
        }

        if (!scope.Conditional)
        {
            Unsubscribes |= whole == OfferedNames.Unsubscribe;
            Bodies += whole == OfferedNames.Body ? 1 : 0;
        }
    }

    private void Section(Node.Section section, Scope scope)
    {
        var whole = Value(section.Of, scope, written: false);
        _slips.AddRange(SectionFaults.Of(section, scope, whole));
        var inner = scope with { Conditional = true };
        Walk(section.Body, section.OpensScope ? inner.Open(section, whole) : inner);
        Walk(section.Else ?? [], inner);
    }

    private void Include(Node.Include include, Scope scope)
    {
        var given = ImmutableDictionary<string, string?>.Empty;
        foreach (var (name, value) in include.Arguments)
        {
            given = given.SetItem(name, Value(value, scope, written: false));
            if (OfferedNames.IsRoot(name))
            {
                Add(include.At, $"'{name}' cannot be the name of an argument: it means something already.");
            }
        }

        if (Partials.Fault(bundle, include.Key, language, part, scope) is { } fault)
        {
            Add(include.At, fault);
            return;
        }

        var (_, source) = bundle.Included(include.Key, language, part);
        if (!_read.TryGetValue(include.Key, out var read))
        {
            _read[include.Key] = read = SourceReading.Of(source!);
        }

        var before = _slips.Count;
        if (read.Slip is not null)
        {
            _slips.Add(read.Slip);
        }

        Walk(read.Nodes ?? [], scope with
        {
            Locals = ImmutableDictionary<string, string?>.Empty,
            Arguments = given,
            TakesAnyArgument = false,
            Within = scope.Within.Add(include.Key),
        });
        for (var i = before; i < _slips.Count; i++)
        {
            _slips[i] = new(include.At, $"in partial '{include.Key}', {_slips[i]}");
        }
    }

    /// <returns>The whole name, where it is one.</returns>
    private string? Value(Term term, Scope scope, bool written)
    {
        switch (term)
        {
            case Term.Name name:
                return Name(name, scope, written);
            case Term.Call call:
                foreach (var argument in call.Arguments)
                {
                    Value(argument, scope, written: true);
                }

                if (call is { Function: Words.Date, Arguments: [_, var pattern] }
                    && (pattern is Term.Literal { Text: var text } ? DatePatterns.Fault(text, language) : "A date pattern stands in quotes, so that it can be checked.") is { } fault)
                {
                    Add(pattern.At, fault);
                }

                return null;
            default:
                return null;
        }
    }

    private string? Name(Term.Name name, Scope scope, bool written)
    {
        var (whole, fault) = scope.Resolve(name.Text);
        fault ??= whole == OfferedNames.Body && content.Kind != TemplateKind.Layout ? OfferedNames.Instead(whole) : null;
        fault ??= written && whole is not null && OfferedNames.IsList(whole) ? OfferedNames.Instead(whole) : null;
        fault ??= written && whole is not null && OfferedNames.IsGroup(whole) ? $"{whole} is a group of values; name one of them. {OfferedNames.Instead(whole + ".…")}" : null;
        if (fault is not null)
        {
            Add(name.At, fault);
        }

        if (whole is not null)
        {
            _roots.Add(Names.Segments(whole)[0]);
        }

        if (whole is not null && written)
        {
            _names.Add(new(whole, name.Text));
        }

        return whole;
    }

    private void Add(Spot at, string what) => _slips.Add(new(at, what));
}
