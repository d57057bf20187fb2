using System.Collections.Frozen;
using UserOps.Application.Messages.Templates.Syntax;

namespace UserOps.Application.Messages.Templates;

/// <summary>What a template can speak of. Names below an open root are whatever shops and applications send.</summary>
public static class OfferedNames
{
    public const string Unsubscribe = "links.unsubscribe";
    public const string Preferences = "links.preferences";
    public const string Body = "body";

    /// <summary>Anything below these.</summary>
    public static IReadOnlyList<string> Open { get; } = ["trait", "event.properties", "run.variables"];

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
    private static readonly FrozenSet<string> Roots = Closed.Concat(Open).Select(name => Names.Segments(name)[0]).ToFrozenSet(StringComparer.Ordinal);

    public static bool IsRoot(string segment) => Roots.Contains(segment);

    /// <summary>Whether a name leads to a value, or to a group of them such as <c>event</c>.</summary>
    public static bool IsOffered(string name) => ClosedSet.Contains(name) || IsGroup(name) || IsOpen(name);

    /// <summary>What is below cannot be known beforehand.</summary>
    public static bool IsOpen(string name) => Open.Any(root => name.StartsWith(root + ".", StringComparison.Ordinal));

    public static bool IsGroup(string name) => Closed.Concat(Open).Any(offered => offered == name && Open.Contains(name) || offered.StartsWith(name + ".", StringComparison.Ordinal));

    /// <summary>What to say to somebody who wrote a name that is not offered.</summary>
    internal static string Instead(string name)
    {
        var root = Names.Segments(name)[0];
        return Roots.Contains(root)
            ? $"There is no {name}; {root} has {string.Join(", ", Closed.Concat(Open.Select(open => open + ".…")).Where(offered => offered.StartsWith(root, StringComparison.Ordinal)).Select(offered => offered == root + ".…" ? "any name" : offered[(root.Length + 1)..]))}."
            : $"There is no {name}; names begin with {string.Join(", ", Roots.Order(StringComparer.Ordinal))}.";
    }
}
