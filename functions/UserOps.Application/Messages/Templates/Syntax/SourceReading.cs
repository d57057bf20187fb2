namespace UserOps.Application.Messages.Templates.Syntax;

/// <summary>A source read by us and compiled by Handlebars.Net, which must agree on the names in it.</summary>
internal static class SourceReading
{
    public static (IReadOnlyList<Node> Nodes, Slip? Slip) Of(string source)
    {
        var (nodes, slip) = TemplateParser.Parse(source);
        if (slip is not null)
        {
            return (nodes, slip);
        }

        var read = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            Collect(node, read);
        }

        return CompiledNames.Fault(source, read) is { } fault ? ([], new(new(1, 1), fault)) : (nodes, null);
    }

    private static void Collect(Node node, HashSet<string> names)
    {
        switch (node)
        {
            case Node.Output output:
                Collect(output.Value, names);
                break;
            case Node.Include include:
                foreach (var (_, value) in include.Arguments)
                {
                    Collect(value, names);
                }

                break;
            case Node.Section section:
                Collect(section.Of, names);
                foreach (var inner in section.Body.Concat(section.Else ?? []))
                {
                    Collect(inner, names);
                }

                break;
        }
    }

    private static void Collect(Term term, HashSet<string> names)
    {
        if (term is Term.Name name)
        {
            names.Add(name.Text);
        }
        else if (term is Term.Call call)
        {
            foreach (var argument in call.Arguments)
            {
                Collect(argument, names);
            }
        }
    }
}
