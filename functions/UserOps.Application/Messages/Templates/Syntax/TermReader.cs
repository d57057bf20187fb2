namespace UserOps.Application.Messages.Templates.Syntax;

/// <summary>What stands within a tag: names, texts, calls of functions.</summary>
internal sealed class TermReader(TagReader reader)
{
    private const int MostDepth = 4;
    private int _depth;

    /// <summary>A name, or a function with its arguments.</summary>
    public Term Value(IEnumerable<string> functions)
    {
        reader.SkipBlanks();
        var at = reader.Spot;
        var first = Argument() ?? throw reader.Fail("A name is missing here, as in {{user.firstName}}.");
        if (first is Term.Name { Text: var word } && functions.Contains(word))
        {
            return Call(at, word);
        }

        return first is not Term.Literal ? first : throw new TemplateSyntaxException(new(at, "A name stands here; plain text needs no tag."));
    }

    /// <returns>Null when no argument comes any more.</returns>
    public Term? Argument()
    {
        reader.SkipBlanks();
        var at = reader.Spot;
        if (reader.Peek is '"' or '\'')
        {
            return new Term.Literal(at, reader.Quoted());
        }

        if (reader.Takes("("))
        {
            return Nested(at);
        }

        var word = reader.Word();
        if (word.Length == 0)
        {
            return null;
        }

        if (char.IsAsciiDigit(word[0]) || (word[0] == '-' && word.Length > 1))
        {
            return int.TryParse(word, out _) ? new Term.Literal(at, word) : throw new TemplateSyntaxException(new(at, $"'{word}' is no whole number; put quotes around other values."));
        }

        return Names.Fault(word) is { } fault ? throw new TemplateSyntaxException(new(at, fault)) : new Term.Name(at, word);
    }

    /// <summary><c>as |item index|</c>.</summary>
    public (string? Item, string? Index) BlockNames()
    {
        reader.SkipBlanks();
        if (!reader.Takes("as"))
        {
            return (null, null);
        }

        reader.SkipBlanks();
        var names = new List<string>();
        if (reader.Takes("|"))
        {
            for (reader.SkipBlanks(); reader.Word() is { Length: > 0 } word; reader.SkipBlanks())
            {
                names.Add(word);
            }
        }

        return names.Count is 1 or 2 && names.TrueForAll(Names.IsPlain) && reader.Takes("|")
            ? (names[0], names.Count == 2 ? names[1] : null)
            : throw reader.Fail("After as stand one or two names, as in {{#each event.properties.items as |item|}}.");
    }

    public List<(string Name, Term Value)> NamedArguments()
    {
        var arguments = new List<(string, Term)>();
        for (reader.SkipBlanks(); reader.Word() is { Length: > 0 } name; reader.SkipBlanks())
        {
            if (!Names.IsPlain(name) || arguments.Exists(argument => argument.Item1 == name))
            {
                throw reader.Fail($"'{name}' cannot be the name of an argument here.");
            }

            if (!reader.Takes("=") || Argument() is not { } value)
            {
                throw reader.Fail("A partial takes its arguments by name, as in {{> button label=\"Buy\"}}.");
            }

            arguments.Add((name, value));
        }

        return arguments;
    }

    public void Close(string end)
    {
        reader.SkipBlanks();
        reader.Takes("~");
        if (!reader.Takes(end))
        {
            throw reader.Fail($"{end} is expected here.");
        }
    }

    private Term.Call Nested(Spot at)
    {
        reader.SkipBlanks();
        if (++_depth > MostDepth)
        {
            throw new TemplateSyntaxException(new(at, $"Calls stand more than {MostDepth} deep in each other."));
        }

        var call = Call(at, reader.Word());
        _depth--;
        return reader.Takes(")") ? call : throw reader.Fail("A closing bracket is expected here.");
    }

    private Term.Call Call(Spot at, string function)
    {
        if (!Words.Functions.TryGetValue(function, out var form))
        {
            throw new TemplateSyntaxException(new(at, $"There is no function '{function}'; there are {string.Join(", ", Words.Functions.Keys.Order(StringComparer.Ordinal))}."));
        }

        var arguments = new List<Term>();
        while (Argument() is { } argument)
        {
            arguments.Add(argument);
        }

        reader.SkipBlanks();
        return arguments.Count >= form.Least && arguments.Count <= form.Most
            ? new(at, function, arguments)
            : throw new TemplateSyntaxException(new(at, $"'{function}' is written {form.Use}."));
    }
}
