using System.Text.Json;
using UserOps.Domain.Events;

namespace UserOps.Application.Events.Segment;

/// <summary>The six calls and how they are written.</summary>
internal static class SegmentTypes
{
    public static EventType? Read(JsonElement value) =>
        value.ValueKind != JsonValueKind.String ? null
        : value.ValueEquals("track"u8) ? EventType.Track
        : value.ValueEquals("identify"u8) ? EventType.Identify
        : value.ValueEquals("page"u8) ? EventType.Page
        : value.ValueEquals("screen"u8) ? EventType.Screen
        : value.ValueEquals("group"u8) ? EventType.Group
        : value.ValueEquals("alias"u8) ? EventType.Alias
        : null;

    /// <summary>The last part of the address: the name, or its first letter as the browser client writes it.</summary>
    public static EventType? OfAddress(string? call) => call switch
    {
        "track" or "t" => EventType.Track,
        "identify" or "i" => EventType.Identify,
        "page" or "p" => EventType.Page,
        "screen" or "s" => EventType.Screen,
        "group" or "g" => EventType.Group,
        "alias" or "a" => EventType.Alias,
        _ => null,
    };

    /// <summary>A batch; <c>b</c> is what the browser and mobile clients write, <c>import</c> an old address of the same.</summary>
    public static bool IsBatch(string? call) => call is "batch" or "b" or "import";

    public static string NameOf(EventType type) => type switch
    {
        EventType.Identify => "Identify",
        EventType.Group => "Group",
        EventType.Alias => "Alias",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };
}
