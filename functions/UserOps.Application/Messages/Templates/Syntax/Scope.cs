using System.Collections.Immutable;

namespace UserOps.Application.Messages.Templates.Syntax;

/// <summary>What names mean where a tag stands.</summary>
internal sealed record Scope
{
    /// <summary>Name of what each or with has led to; null: the whole context.</summary>
    public string? Item { get; init; }

    /// <summary>Names given by <c>as |item|</c>, known in the block and not in its partials, and what they stand for; null where that is no name.</summary>
    public ImmutableDictionary<string, string?> Locals { get; init; } = ImmutableDictionary<string, string?>.Empty;

    /// <summary>Arguments of the partial, known in it but not within its each and with, and what they stand for.</summary>
    public ImmutableDictionary<string, string?> Arguments { get; init; } = ImmutableDictionary<string, string?>.Empty;

    public int Eaches { get; init; }

    /// <summary>What stands here may be left out of a message.</summary>
    public bool Conditional { get; init; }

    /// <summary>A partial looked at alone, whose arguments are not known yet.</summary>
    public bool TakesAnyArgument { get; init; }

    /// <summary>Partials that lead here, the outermost first.</summary>
    public ImmutableList<string> Within { get; init; } = [];

    /// <returns>The whole name, with [] for each element of a list, or what is wrong; neither for what can't be followed.</returns>
    public (string? Whole, string? Fault) Resolve(string name)
    {
        if (Names.IsOfBlock(name))
        {
            return Eaches > 0 ? (null, null) : (null, $"{name} is known only within {{{{#each}}}}.");
        }

        var segments = Names.Segments(name);
        var rest = string.Concat(segments.Skip(1).Select(segment => "." + segment));
        if (segments[0] == "@root")
        {
            return Offered(rest[1..]);
        }

        if (segments[0] == "this")
        {
            return Item is null ? (null, "'this' is known only within {{#each}} and {{#with}}.") : Below(Item + rest);
        }

        if (Locals.TryGetValue(segments[0], out var stands) || Arguments.TryGetValue(segments[0], out stands))
        {
            return stands is null ? (null, null) : Below(stands + rest);
        }

        return Item is null ? TakesAnyArgument && segments.Count == 1 && !OfferedNames.IsRoot(name) ? (null, null) : Offered(segments[0] + rest)
            : OfferedNames.IsRoot(segments[0]) ? (null, $"Within this block, write @root.{name}.")
            : Below($"{Item}.{segments[0]}{rest}");
    }

    /// <summary>What names mean within an each or with.</summary>
    /// <param name="whole">What it goes to; null where that can't be followed.</param>
    public Scope Open(Node.Section section, string? whole)
    {
        var each = section.Kind == Words.Each;
        var item = each && whole is not null ? whole + "[]" : whole;
        var locals = section.Item is null ? Locals : Locals.SetItem(section.Item, item);
        return this with
        {
            // What can't be followed is below some list: any name may be there.
            Item = item ?? "[]",
            Locals = section.Index is null ? locals : locals.SetItem(section.Index, null),
            Arguments = ImmutableDictionary<string, string?>.Empty,
            Eaches = Eaches + (each ? 1 : 0),
        };
    }

    private static (string? Whole, string? Fault) Below(string name) => !name.Contains("[]", StringComparison.Ordinal) ? Offered(name)
        : OfferedNames.FaultBelow(name) is { } fault ? (null, fault)
        : (name, null);

    private static (string? Whole, string? Fault) Offered(string name) =>
        name == OfferedNames.Body || OfferedNames.IsOffered(name) ? (name, null) : (null, OfferedNames.Instead(name));
}
