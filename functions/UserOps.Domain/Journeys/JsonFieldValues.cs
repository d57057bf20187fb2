using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace UserOps.Domain.Journeys;

/// <summary>Values of the kinds that journeys are made of. Null or the default, and a mistake, where something else stands.</summary>
internal static class JsonFieldValues
{
    private const string KeyForm = "lower-case letters, digits and hyphens";
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    extension(JsonFields fields)
    {
        /// <param name="form">Null: it may be absent.</param>
        public string? Text(string name, int most, string? form) =>
            fields.Find(name, form) is { } json ? TextOf(json, fields.AtOf(name), most, form ?? "write a text", fields.Mistakes) : null;

        /// <summary>Lower-case letters, digits and hyphens.</summary>
        public string? Key(string name, int most, string? form) =>
            fields.Find(name, form) is { } json ? KeyOf(json, fields.AtOf(name), most, form ?? "write a name", fields.Mistakes) : null;

        public int? Integer(string name, int least, int most, string? form)
        {
            if (fields.Find(name, form) is not { } json)
            {
                return null;
            }

            if (json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out var value) && value >= least && value <= most)
            {
                return value;
            }

            fields.Wrong(name, $"A whole number from {least} to {most} stands here; this is {(json.ValueKind == JsonValueKind.Number ? Shown.Of(json.GetRawText()) : JsonKind.Of(json))}.");
            return null;
        }

        public bool Flag(string name)
        {
            if (fields.Find(name) is { ValueKind: not (JsonValueKind.True or JsonValueKind.False) } json)
            {
                fields.Wrong(name, $"true or false stands here; this is {JsonKind.Of(json)}.");
            }

            return fields.Find(name) is { ValueKind: JsonValueKind.True };
        }

        public Period? Duration(string name, string? form) => fields.Read(name, form, Durations.Read);

        /// <summary>A day before or after another.</summary>
        public Period? Offset(string name) => fields.Read(name, null, Durations.ReadOffset);

        public LocalTime? Time(string name, string? form) => fields.Read<LocalTime?>(name, form, text =>
            Clock.Parse(text) is { Success: true, Value: var time } ? (time, null) : (null, $"'{Shown.Of(text)}' is no time of day; write hours and minutes, 09:00."));

        /// <returns>The items with their spots; empty, and a mistake, when it is no list of that length.</returns>
        public IReadOnlyList<(JsonElement Json, string At)> List(string name, int least, int most, string? form)
        {
            if (fields.Find(name, form) is not { } json)
            {
                return [];
            }

            if (json.ValueKind != JsonValueKind.Array || json.GetArrayLength() < least || json.GetArrayLength() > most)
            {
                var given = json.ValueKind == JsonValueKind.Array ? $"a list of {json.GetArrayLength()}" : JsonKind.Of(json);
                fields.Wrong(name, $"A list of {least} to {most} stands here; this is {given}.");
                return [];
            }

            return [.. json.EnumerateArray().Select((item, i) => (item, JsonPointer.To(fields.AtOf(name), i)))];
        }

        private T? Read<T>(string name, string? form, Func<string, (T? Value, string? Wrong)> read)
        {
            if (fields.Text(name, 200, form) is not { } text)
            {
                return default;
            }

            var (value, wrong) = read(text);
            if (wrong is not null)
            {
                fields.Wrong(name, wrong);
            }

            return value;
        }
    }

    public static string? KeyOf(JsonElement json, string at, int most, string form, ICollection<Mistake> mistakes)
    {
        if (TextOf(json, at, most, form, mistakes) is not { } text)
        {
            return null;
        }

        if (Slug.Is(text, most))
        {
            return text;
        }

        mistakes.Add(new(at, $"'{Shown.Of(text)}' has other characters than {KeyForm}, or begins with a hyphen."));
        return null;
    }

    /// <returns>The text, not blank and without control characters.</returns>
    public static string? TextOf(JsonElement json, string at, int most, string form, ICollection<Mistake> mistakes)
    {
        var text = json.ValueKind == JsonValueKind.String ? json.GetString()! : null;
        var wrong = text is null ? $"A text stands here ({form}); this is {JsonKind.Of(json)}."
            : string.IsNullOrWhiteSpace(text) ? $"This is empty; {form}."
            : text.Length > most ? $"This has {text.Length} characters; at most {most} may stand here."
            : text.Any(char.IsControl) ? "This holds a line break or another control character; leave it out."
            : null;
        if (wrong is not null)
        {
            mistakes.Add(new(at, wrong));
        }

        return wrong is null ? text : null;
    }
}
