using System.Buffers;

namespace UserOps.Application.Messages.Templates.Syntax;

/// <summary>Reads a part character by character and knows where it is.</summary>
internal sealed class TagReader(string source)
{
    private static readonly SearchValues<char> EndsBracket = SearchValues.Create("[]{}\"'\n");

    private int _at;
    private int _line = 1;
    private int _lineStart;

    public Spot Spot => new(_line, _at - _lineStart + 1);

    public bool AtEnd => _at == source.Length;

    public char Peek => AtEnd ? '\0' : source[_at];

    public bool Sees(string text) => string.CompareOrdinal(source, _at, text, 0, text.Length) == 0;

    public bool SeesWord(string word) => Sees(word) && (_at + word.Length == source.Length || source[_at + word.Length] is '}' or '~' || char.IsWhiteSpace(source[_at + word.Length]));

    public bool Takes(string text)
    {
        if (!Sees(text))
        {
            return false;
        }

        Advance(text.Length);
        return true;
    }

    /// <summary>Up to the next tag, or to the end.</summary>
    public void SkipText()
    {
        var tag = source.IndexOf("{{", _at, StringComparison.Ordinal);
        if (tag > 0 && source[tag - 1] == '\\')
        {
            Advance(tag - 1 - _at);
            throw Fail("A backslash before {{ is not taken: put something between them.");
        }

        Advance((tag < 0 ? source.Length : tag) - _at);
    }

    /// <returns>False when the text does not come any more.</returns>
    public bool SkipPast(string text)
    {
        var end = source.IndexOf(text, _at, StringComparison.Ordinal);
        if (end < 0)
        {
            return false;
        }

        Advance(end + text.Length - _at);
        return true;
    }

    public void SkipBlanks()
    {
        while (!AtEnd && char.IsWhiteSpace(Peek))
        {
            Advance(1);
        }
    }

    /// <summary>A name with its dots; a segment in brackets may hold anything but brackets, quotes and braces.</summary>
    public string Word()
    {
        var start = _at;
        while (!AtEnd && (char.IsLetterOrDigit(Peek) || char.IsSurrogate(Peek) || Peek is '_' or '.' or '@' or '-' or '$' or '/' or '['))
        {
            if (Peek != '[')
            {
                Advance(1);
                continue;
            }

            var end = source.AsSpan(_at + 1).IndexOfAny(EndsBracket);
            if (end <= 0 || source[_at + 1 + end] != ']')
            {
                throw Fail("This bracket is not closed: write a name with blanks as trait.[favourite colour].");
            }

            Advance(end + 2);
        }

        return source[start.._at];
    }

    public string Quoted()
    {
        var quote = Peek;
        var end = source.IndexOf(quote, _at + 1);
        if (end < 0 || source.AsSpan(_at, end - _at).Contains('\n'))
        {
            throw Fail("This text is not closed on its line: quotes come in pairs.");
        }

        var text = source[(_at + 1)..end];
        Advance(end + 1 - _at);
        return text;
    }

    public TemplateSyntaxException Fail(string what) => new(new(Spot, what));

    private void Advance(int count)
    {
        for (var end = _at + count; _at < end; _at++)
        {
            if (source[_at] == '\n')
            {
                _line++;
                _lineStart = _at + 1;
            }
        }
    }
}
