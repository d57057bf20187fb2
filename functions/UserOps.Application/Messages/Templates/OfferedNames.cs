using System.Collections.Frozen;
using UserOps.Application.Messages.Templates.Syntax;

namespace UserOps.Application.Messages.Templates;

/// <summary>What a template can speak of. Names below an open root are whatever shops and applications send.</summary>
public static class OfferedNames
{
    public const string Unsubscribe = "links.unsubscribe";
    public const string Preferences = "links.preferences";
    public const string Body = "body";
    public const string Tag = "tag";
    public const string Recommendations = "recommendations";

    /// <summary>Anything below these.</summary>
    public static IReadOnlyList<string> Open { get; } = ["trait", Tag, "event.properties", "run.variables"];

    /// <summary>Lists of groups, and what is in each.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Lists { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        [Recommendations] = ["id", "name", "url", "imageUrl", "price", "currency", "because"],
    };

    public static IReadOnlyList<string> Closed { get; } =
    [
        "user.id", "user.email", "user.name", "user.firstName", "user.lastName", "user.language", "user.timeZone", "user.firstSeen", "user.lastSeen",
        "user.orders", "user.amount", "user.currency", "user.firstOrder", "user.lastOrder",
        "score.asOf", "score.stage", "score.stageName", "score.segment", "score.segmentName", "score.rfm", "score.recency", "score.frequency", "score.monetary",
        "score.recencyDays", "score.orders", "score.amount", "score.currency",
        "event.name", "event.at",
        Unsubscribe, Preferences,
        "workspace.name", "workspace.currency", "workspace.timeZone",
    ];

    private static readonly FrozenSet<string> ClosedSet = Closed.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Roots = Closed.Concat(Open).Concat(Lists.Keys).Select(name => Names.Segments(name)[0]).ToFrozenSet(StringComparer.Ordinal);

    public static bool IsRoot(string segment) => Roots.Contains(segment);

    /// <summary>Whether a name leads to a value, or to a group of them such as <c>event</c>.</summary>
    public static bool IsOffered(string name) => ClosedSet.Contains(name) || IsList(name) || IsGroup(name) || IsOpen(name);

    /// <summary>Something to go through with each; it may be empty.</summary>
    public static bool IsList(string name) => Lists.ContainsKey(name);

    /// <summary>What is wrong with a name below an element of a list of ours: <c>recommendations[].colour</c>; null: nothing, or the list is somebody else's.</summary>
    internal static string? FaultBelow(string name) =>
        name.IndexOf("[].", StringComparison.Ordinal) is > 0 and var at && Lists.TryGetValue(name[..at], out var fields) && !fields.Contains(name[(at + 3)..])
            ? $"There is no {name[(at + 3)..]} in {name[..at]}; each has {string.Join(", ", fields)}."
            : null;

    /// <summary>What is below cannot be known beforehand.</summary>
    public static bool IsOpen(string name) => Open.Any(root => name.StartsWith(root + ".", StringComparison.Ordinal));

    public static bool IsGroup(string name) => Closed.Concat(Open).Any(offered => offered == name && Open.Contains(name) || offered.StartsWith(name + ".", StringComparison.Ordinal));

    /// <summary>What to say to somebody who wrote a name that is not offered.</summary>
    internal static string Instead(string name)
    {
        var root = Names.Segments(name)[0];
        return Lists.TryGetValue(root, out var fields) ? $"{root} is a list: go through it with {{{{#each {root}}}}}; each has {string.Join(", ", fields)}."
            : Roots.Contains(root)
            ? $"There is no {name}; {root} has {string.Join(", ", Closed.Concat(Open.Select(open => open + ".…")).Where(offered => offered.StartsWith(root, StringComparison.Ordinal)).Select(offered => offered == root + ".…" ? "any name" : offered[(root.Length + 1)..]))}."
            : $"There is no {name}; names begin with {string.Join(", ", Roots.Order(StringComparer.Ordinal))}.";
    }
}
