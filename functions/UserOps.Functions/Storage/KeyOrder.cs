using UserOps.Application.Storage;

namespace UserOps.Functions.Storage;

/// <summary>The order of row keys, where a page has to be taken up again.</summary>
public static class KeyOrder
{
    private const int LongestKey = 256;

    /// <summary>A key's characters in the order of their codes.</summary>
    private const string Characters = "-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz~";

    /// <summary>The key that comes right after this one: no other key is between them.</summary>
    /// <returns>Null for the very last key there can be.</returns>
    public static TableKey? Next(TableKey key)
    {
        if (key.Value.Length < LongestKey)
        {
            return key.Value + Characters[0];
        }

        // Nothing can be appended, so the key is left with all that begins like it: its last character that can be raised is, and what follows is dropped.
        var raised = key.Value.AsSpan().TrimEnd(Characters[^1]);
        return raised.IsEmpty
            ? default(TableKey?)
            : string.Concat(raised[..^1], Characters.AsSpan(Characters.IndexOf(raised[^1], StringComparison.Ordinal) + 1, 1));
    }
}
