using System.Text.Json;
using UserOps.Domain.Users;

namespace UserOps.Application.Events.Reading;

/// <summary>E-mail addresses as identifiers.</summary>
internal static class Emails
{
    private const int MaxLength = 320;

    /// <returns>The trimmed address; null when there is none or it is no address. It stays among the traits in any case.</returns>
    public static string? Read(JsonElement value) => value.ValueKind == JsonValueKind.String ? OrNull(value.GetString()) : null;

    public static string? OrNull(string? text) =>
        Placeholders.OrNull(text) is { Length: <= MaxLength } address
        && address.IndexOf('@', StringComparison.Ordinal) is > 0 and var at
        && at < address.Length - 1
        && !address.Any(char.IsWhiteSpace)
            ? address
            : null;
}
