using System.Text;

namespace UserOps.Application.Messages.Templates;

/// <summary>Gathers one part of a message, and stops the rendering where it grows too large.</summary>
internal sealed class BoundedWriter(Part part) : TextWriter
{
    private readonly StringBuilder _text = new();
    private readonly int _limit = TemplateLimits.Result(part);

    public override Encoding Encoding => Encoding.Unicode;

    public override void Write(char value) => Write([value]);

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (_text.Length + buffer.Length > _limit)
        {
            throw new RenderingStoppedException(new Rendering.TooLarge($"{part.Name()}: at most {_limit} characters"));
        }

        _text.Append(buffer);
    }

    public override string ToString() => _text.ToString();
}
