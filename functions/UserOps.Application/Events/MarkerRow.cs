using UserOps.Application.Storage;

namespace UserOps.Application.Events;

/// <summary>Row <c>d~{event id}</c>: this event is in. It keeps what tells a reused key from a repeated delivery.</summary>
public static class MarkerRow
{
    private const string Content = "content";
    private const string Others = "others";

    /// <summary>Contents beyond this many are no longer told apart.</summary>
    private const int MaxOthers = 8;

    public static Properties Write(IncomingEvent said) => Properties.Of(Content, said.Event.ContentHash);

    /// <returns>The marker with one more content noted, or null when this content is known.</returns>
    public static Properties? WithContent(Row marker, long contentHash)
    {
        var first = marker.Properties.Number(Content);
        var noted = $"{contentHash:x16}";
        var others = marker.Properties.TextOrNull(Others) is { } text ? text.Split(' ') : [];
        return first == contentHash || others.Contains(noted) || others.Length >= MaxOthers
            ? null
            : Properties.Of(new(Content, first), new(Others, string.Join(' ', [.. others, noted])));
    }
}
