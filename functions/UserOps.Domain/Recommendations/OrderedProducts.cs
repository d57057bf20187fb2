using System.Globalization;
using System.Text.Json;
using UserOps.Domain.Events;
using UserOps.Domain.Users;

namespace UserOps.Domain.Recommendations;

/// <summary>
/// The lines of an order, wherever it came from: <c>products</c> of <c>Order Completed</c>, after the Segment e-commerce specification. What cannot be read is left out,
/// since the order itself is good.
/// </summary>
public static class OrderedProducts
{
    public const string EventName = "Order Completed";

    /// <summary>Lines beyond these are not looked at.</summary>
    public const int MaxLines = 1_000;

    private const int MaxId = 200;
    private const int MaxName = 300;
    private const int MaxUrl = 2_000;

    public static IEnumerable<OrderedProduct> Of(UserEvent said) =>
        said is { Name: EventName, Properties: { ValueKind: JsonValueKind.Object } properties }
        && properties.TryGetProperty("products"u8, out var lines) && lines.ValueKind == JsonValueKind.Array
            ? lines.EnumerateArray().Take(MaxLines).Select(Read).OfType<OrderedProduct>()
            : [];

    /// <summary>ISO 4217 code of the order's prices, where it names one.</summary>
    public static string? CurrencyOf(UserEvent said) => said.Properties is { } properties ? Text(properties, "currency"u8, 3)?.ToUpperInvariant() : null;

    private static OrderedProduct? Read(JsonElement line) =>
        (Id(line, "product_id"u8) ?? Id(line, "sku"u8)) is { } id
            ? new(id, Cut(Text(line, "name"u8, int.MaxValue)), Url(line, "url"u8), Url(line, "image_url"u8), Price(line))
            : null;

    private static string? Id(JsonElement line, ReadOnlySpan<byte> name)
    {
        var id = Placeholders.OrNull(Find(line, name) is { ValueKind: JsonValueKind.Number } number ? number.GetRawText() : Text(line, name, MaxId));
        return id is { Length: <= MaxId } ? id : null;
    }

    private static string? Url(JsonElement line, ReadOnlySpan<byte> name) =>
        Text(line, name, MaxUrl) is { } text && Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "https" or "http" ? url.AbsoluteUri : null;

    private static decimal? Price(JsonElement line) => Find(line, "price"u8) switch
    {
        { ValueKind: JsonValueKind.Number } number when number.TryGetDecimal(out var price) && price >= 0 => price,
        { ValueKind: JsonValueKind.String } text when decimal.TryParse(text.GetString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var price) => price,
        _ => null,
    };

    private static string? Text(JsonElement element, ReadOnlySpan<byte> name, int most) =>
        Find(element, name) is { ValueKind: JsonValueKind.String } value && value.GetString()!.Trim() is { Length: > 0 } text && text.Length <= most ? text : null;

    private static string? Cut(string? name) =>
        name is not { Length: > MaxName } ? name : name[..(char.IsHighSurrogate(name[MaxName - 1]) ? MaxName - 1 : MaxName)];

    private static JsonElement? Find(JsonElement element, ReadOnlySpan<byte> name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;
}
