using System.Collections;
using HandlebarsDotNet;
using HandlebarsDotNet.IO;

namespace UserOps.Application.Messages.Templates;

/// <summary>How values are written that are no texts and numbers; those that would leave a hole, or the name of a type, stop the rendering.</summary>
internal sealed class ValueFormatters : IFormatterProvider
{
    public bool TryCreateFormatter(Type type, out IFormatter formatter)
    {
        formatter = type == typeof(bool) ? new YesOrNo()
            : type == typeof(UndefinedBindingResult) || (type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type)) ? new Nothing()
            : null!;
        return formatter is not null;
    }

    private sealed class YesOrNo : IFormatter
    {
        public void Format<T>(T value, in EncodedTextWriter writer) => writer.Write(value is true ? "true" : "false");
    }

    private sealed class Nothing : IFormatter
    {
        public void Format<T>(T value, in EncodedTextWriter writer) =>
            throw new RenderingStoppedException(new Rendering.Missing(value is UndefinedBindingResult undefined ? undefined.Value : ""));
    }
}
