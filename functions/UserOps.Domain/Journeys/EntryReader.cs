using System.Text.Json;
using UserOps.Domain.Scoring;

namespace UserOps.Domain.Journeys;

internal static class EntryReader
{
    public const string Manual = "manual";
    private const string Form = """write {"event": "Signed Up"}, {"enters": "dormant", "map": "stage"}, {"leaves": …} or "manual" """;

    private static readonly string[] Ways = ["event", "enters", "leaves"];

    internal static IEnumerable<string> MapNames => NamedSegments.Maps.Keys;

    public static Entry Read(JsonFields journey, Reading reading)
    {
        var json = journey.Find("entry", Form.Trim());
        if (json is { ValueKind: JsonValueKind.Object } given)
        {
            return Given(JsonFields.Of(given, journey.AtOf("entry"), "An entry", reading.Mistakes)!, reading);
        }

        if (json is { } other && !(other.ValueKind == JsonValueKind.String && other.GetString() == Manual))
        {
            journey.Wrong("entry", $"This says not how people come in; {Form.Trim()}.");
        }

        return new Entry.ByHand();
    }

    private static Entry Given(JsonFields fields, Reading reading)
    {
        string[] given = [.. Ways.Where(fields.Has)];
        if (given is not [var way])
        {
            fields.Allow("event", "where", "enters", "leaves", "map");
            fields.Mistakes.Add(new(fields.At, given.Length == 0 ? $"This says not how people come in; {Form.Trim()}." : $"Only one of {string.Join(", ", given)} may stand here."));
            return new Entry.ByHand();
        }

        if (way == "event")
        {
            fields.Allow("event", "where");
            return new Entry.OnEvent(fields.Text("event", JourneyLimits.EventLength, "write an event's name") ?? "", reading.Condition(fields, "where", ConditionUse.Event));
        }

        fields.Allow(way, "map");
        var map = fields.Text("map", JourneyLimits.KeyLength, null);
        var segment = fields.Key(way, JourneyLimits.KeyLength, "write a segment's or stage's code");
        if (map is null)
        {
            reading.Checked(segment, fields.AtOf(way), "segment", fields.Has("map") ? null : reading.Known.Segments, OfMap(segment));
        }
        else if (!NamedSegments.Maps.TryGetValue(map, out var segments))
        {
            fields.Wrong("map", $"There is no map '{Shown.Of(map)}'{NearestName.Hint(map, NamedSegments.Maps.Keys)}");
        }
        else if (segment is not null && segments.All(known => known.Code != segment))
        {
            fields.Wrong(way, $"'{map}' has no '{Shown.Of(segment)}'{NearestName.Hint(segment, segments.Select(known => known.Code))}");
        }

        return new Entry.OnPassage(map, segment ?? "", way == "leaves");
    }

    /// <summary>A code without its map would be taken for a segment of the workspace's own, which nobody ever enters.</summary>
    private static string OfMap(string? segment) =>
        NamedSegments.Maps.FirstOrDefault(map => map.Value.Any(known => known.Code == segment)).Key is { } map
            ? $"write \"map\": \"{map}\" beside it."
            : $"name its map beside it, as \"map\": {string.Join(", ", NamedSegments.Maps.Keys)}.";
}
