namespace UserOps.Domain.Segments;

/// <summary>What somebody who mistyped a name probably meant.</summary>
internal static class Nearest
{
    /// <returns><c> Did you mean 'x'?</c> after a blank; empty when nothing is near.</returns>
    public static string Hint(string written, IEnumerable<string> names) => NearestName.Of(written, names) is { } near ? $" Did you mean '{near}'?" : "";
}
