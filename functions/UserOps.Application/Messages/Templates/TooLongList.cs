using System.Collections;

namespace UserOps.Application.Messages.Templates;

/// <summary>Stands for a list that no message may go through; one that leaves it alone is not stopped by it.</summary>
internal sealed class TooLongList : IEnumerable<object>
{
    public IEnumerator<object> GetEnumerator() =>
        throw new RenderingStoppedException(new Rendering.TooLarge($"a list: at most {TemplateLimits.ListItems} elements"));

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
