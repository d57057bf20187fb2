using NodaTime;
using UserOps.Application.Messages.Templates.Syntax;

namespace UserOps.Application.Messages.Templates;

/// <summary>What names stand for in one message: texts, decimals, booleans, lists and groups; what is unknown or blank is not in it.</summary>
/// <param name="Language">The reader's, as the person or shop gave it; null: unknown.</param>
/// <param name="Zone">In which dates are written.</param>
public sealed record TemplateValues(IReadOnlyDictionary<string, object> Root, string? Language, DateTimeZone Zone)
{
    /// <summary>Handlebars.Net tells of an unknown name only the segment that was not found; the template's own names tell which it was.</summary>
    /// <param name="segment">Empty: something was there that cannot be written.</param>
    internal string NameOf(string segment, IReadOnlyList<WrittenName> names) =>
        names.Select(name => name.Whole).FirstOrDefault(name => Fails(name, segment.Trim('[', ']')))
        ?? names.Where(name => name.Text == segment).Select(name => name.Whole).FirstOrDefault()
        ?? (segment.Length > 0 ? segment : "this");

    private bool Fails(string name, string segment)
    {
        object value = Root;
        foreach (var step in Names.Segments(name.Replace("[]", "", StringComparison.Ordinal)))
        {
            if (value is IReadOnlyDictionary<string, object> group && group.TryGetValue(step, out var below))
            {
                value = below;
            }
            else
            {
                // Which element of a list it was is not known.
                return segment.Length > 0 && (step == segment || (value is not IReadOnlyDictionary<string, object> && name.EndsWith("." + segment, StringComparison.Ordinal)));
            }
        }

        return segment.Length == 0 && value is not (string or decimal or bool);
    }
}
