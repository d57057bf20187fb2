namespace UserOps.Domain;

/// <summary>The name that somebody who mistyped probably meant.</summary>
public static class NearestName
{
    /// <summary>Longer ones are no names, and the table below would grow with them.</summary>
    private const int Longest = 60;

    private const int Listed = 8;

    /// <returns><c>; did you mean 'x'?</c>, or what there is to choose from, or that there is none.</returns>
    public static string Hint(string given, IEnumerable<string> known)
    {
        var names = known.Order(StringComparer.Ordinal).ToList();
        return names.Count == 0 ? "; there is none yet."
            : Of(given, names) is { } near ? $"; did you mean '{near}'?"
            : names.Count <= Listed ? $"; there is {string.Join(", ", names)}."
            : $"; there is {string.Join(", ", names.Take(Listed))} and {names.Count - Listed} more.";
    }

    /// <returns>The nearest by insertions, deletions and replacements, if no more than a third of it differs; null: none is near.</returns>
    public static string? Of(string given, IEnumerable<string> known)
    {
        if (given.Length > Longest)
        {
            return null;
        }

        var near = known.Where(name => name.Length <= Longest).Select(name => (Name: name, Far: Distance(given, name))).OrderBy(pair => pair.Far).FirstOrDefault();
        return near.Name is { } found && near.Far <= Math.Max(1, found.Length / 3) ? found : null;
    }

    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var same = char.ToLowerInvariant(one[i - 1]) == char.ToLowerInvariant(other[j - 1]);
                (diagonal, row[j]) = (row[j], Math.Min(diagonal + (same ? 0 : 1), Math.Min(row[j], row[j - 1]) + 1));
            }
        }

        return row[other.Length];
    }
}
