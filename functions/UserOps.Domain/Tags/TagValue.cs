using System.Text;
using System.Text.Json;
using NodaTime.Text;
using UserOps.Domain.Segments;

namespace UserOps.Domain.Tags;

/// <summary>Values that tags carry.</summary>
public static class TagValue
{
    /// <summary>Bytes of JSON.</summary>
    public const int MaxBytes = 200;

    /// <returns>What is wrong with it, to stand after the tag's name; null: nothing.</returns>
    public static string? Fault(TagValueType type, JsonElement? value) => (type, value) switch
    {
        (TagValueType.None, null) => null,
        (TagValueType.None, _) => "carries no value",
        (_, null) => $"carries a {Words<TagValueType>.Of(type)}: give one as \"value\"",
        (TagValueType.Text, { } text) => JsonText.Of(text) is { Length: > 0 } written && !written.Any(char.IsControl) && Fits(text) ? null : $"carries a text of 1 to {MaxBytes} bytes without control characters",
        (TagValueType.Number, { } number) => number.ValueKind == JsonValueKind.Number && number.TryGetDecimal(out _) && Fits(number) ? null : "carries a number such as 19.9",
        (_, { } day) => JsonText.Of(day) is { } date && LocalDatePattern.Iso.Parse(date).Success ? null : "carries a day such as \"2026-01-31\"",
    };

    private static bool Fits(JsonElement value) => Encoding.UTF8.GetByteCount(value.GetRawText()) <= MaxBytes;
}
