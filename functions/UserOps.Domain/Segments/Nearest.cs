namespace UserOps.Domain.Segments;

/// <summary>What somebody who mistyped a name probably meant.</summary>
internal static class Nearest
{
    /// <returns><c> Did you mean 'x'?</c> after a blank; empty when nothing is near.</returns>
    public static string Hint(string written, IEnumerable<string> names)
    {
        if (written.Length > 60)
        {
            return "";
        }

        var (name, distance) = names.Select(name => (name, Distance: Distance(written.ToLowerInvariant(), name.ToLowerInvariant()))).MinBy(pair => pair.Distance);
        return name is not null && distance <= Math.Max(2, name.Length / 3) ? $" Did you mean '{name}'?" : "";
    }

    /// <summary>Letters to put in, take out, exchange or swap with the next.</summary>
    private static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                d[i, j] = i == 0 ? j
                    : j == 0 ? i
                    : Math.Min(Math.Min(d[i - 1, j] + 1, d[i, j - 1] + 1), d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[a.Length, b.Length];
    }
}
