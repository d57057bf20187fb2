using System.Collections.Frozen;

namespace UserOps.Domain.Users;

/// <summary>Values that integrations send where there is no id. Taken for ids, they would make one user of all guests.</summary>
public static class Placeholders
{
    private static readonly FrozenSet<string> Known = new[]
    {
        "", "0", "-1", "null", "nil", "none", "undefined", "nan", "guest", "anonymous", "unknown", "false", "true",
        "[object object]", "n/a", "00000000-0000-0000-0000-000000000000",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <returns>The trimmed id, or null where it is absent or a placeholder.</returns>
    public static string? OrNull(string? id) => id?.Trim() is { } trimmed && !Known.Contains(trimmed) ? trimmed : null;
}
