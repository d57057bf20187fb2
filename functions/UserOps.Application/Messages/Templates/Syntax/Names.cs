namespace UserOps.Application.Messages.Templates.Syntax;

/// <summary>The form of names in tags.</summary>
internal static class Names
{
    private const string Root = "@root.";
    private static readonly string[] Data = ["@index", "@first", "@last", "@key"];

    /// <summary>What is known only within a block, such as <c>@index</c>.</summary>
    public static bool IsOfBlock(string name) => Data.Contains(name);

    public static bool IsPlain(string name) =>
        name is not "this" && !Words.Blocks.Contains(name) && !Words.Functions.ContainsKey(name)
        && name.Length > 0 && (char.IsLetter(name[0]) || name[0] == '_') && name.All(c => char.IsLetterOrDigit(c) || c == '_');

    /// <returns>Null for a name of a form that is taken.</returns>
    public static string? Fault(string name) =>
        name.Contains('/', StringComparison.Ordinal) ? $"'{name}' steps out of the block: write @root. before the whole name, as in @root.user.firstName."
        : name.StartsWith('@') && !IsOfBlock(name) && !name.StartsWith(Root, StringComparison.Ordinal) ? $"There is no '{name}'; there are {string.Join(", ", Data)} and @root."
        : Segments(name).Any(segment => segment.Length == 0) || name.Count(c => c == '@') > 1 || name.LastIndexOf('@') > 0 ? $"'{name}' is no name: write its parts with one dot between."
        : null;

    /// <summary><c>trait.[favourite colour]</c> as <c>trait</c> and <c>favourite colour</c>.</summary>
    public static IReadOnlyList<string> Segments(string name)
    {
        var segments = new List<string>();
        for (var at = 0; at <= name.Length;)
        {
            var bracket = at < name.Length && name[at] == '[';
            var close = bracket ? name.IndexOf(']', at) + 1 : at;
            var end = name.IndexOf('.', close);
            end = end < 0 ? name.Length : end;
            segments.Add(bracket && close == end ? name[(at + 1)..(end - 1)] : bracket ? "" : name[at..end]);
            at = end + 1;
        }

        return segments;
    }
}
