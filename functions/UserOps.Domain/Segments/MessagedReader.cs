using System.Text.Json;

namespace UserOps.Domain.Segments;

/// <summary>Which messages, how many, and when.</summary>
internal static class MessagedReader
{
    public static Condition.Messaged? Read(JsonElement json, string at, ConditionNames names, ICollection<Mistake> mistakes)
    {
        var before = mistakes.Count;
        var mark = Words<MessageMark>.Read(JsonText.Property(json, "message"), JsonPointer.To(at, "message"), mistakes);
        var journey = Optional("journey", (value, there) => NameReader.Key(value, there, "journey", names.Journeys, mistakes));
        var template = Optional("template", (value, there) => NameReader.Key(value, there, "template", names.Templates, mistakes));
        var channel = Optional("channel", (value, there) => NameReader.Channel(value, there, names.Channels, mistakes));
        var times = TimesReader.Read(json, at, mistakes);
        var within = PeriodReader.Read(json, at, "within", mistakes);
        return mistakes.Count == before ? new(mark!.Value, journey, template, channel, times!.Value, within) : null;

        string? Optional(string name, Func<JsonElement, string, string?> read) =>
            JsonText.TryProperty(json, name, out var value) ? read(value, JsonPointer.To(at, name)) : null;
    }
}
