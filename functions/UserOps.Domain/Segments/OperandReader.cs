using System.Text.Json;
using NodaTime.Text;
using UserOps.Domain.Tags;

namespace UserOps.Domain.Segments;

/// <summary>The <c>value</c> of a comparison.</summary>
internal sealed class OperandReader(Field field, OperatorInfo op, ICollection<Mistake> mistakes)
{
    private const int Horizon = 9_999;

    public Operand? Read(JsonElement json, string at) => op.Operand switch
    {
        OperandType.One => ReadOne(json, at),
        OperandType.List => ReadList(json, at),
        OperandType.Text => ReadText(json, at, ConditionLimits.TextLength),
        OperandType.Tag when field.Info.Type == FieldType.Set => ReadChoice(json, at),
        OperandType.Tag => ReadTag(json, at),
        OperandType.Number => ReadNumber(json, at),
        OperandType.Range => ReadRange(json, at),
        OperandType.Day => ReadDay(json) ?? Wrong(at, "Must be a day such as \"2026-01-31\"."),
        OperandType.DayOrInstant => ReadDay(json) ?? ReadMoment(json)
            ?? Wrong(at, "Must be a day such as \"2026-01-31\" or an instant with its offset such as \"2026-01-31T18:00:00Z\"."),
        _ => ReadDuration(json, at),
    };

    private Operand? ReadOne(JsonElement json, string at) => field.Info.Type switch
    {
        FieldType.Choice or FieldType.State => ReadChoice(json, at),
        FieldType.Number => ReadNumber(json, at),
        FieldType.YesNo when json.ValueKind is not (JsonValueKind.True or JsonValueKind.False) => Wrong(at, $"'{field}' is true or false."),
        FieldType.Text => ReadText(json, at, ConditionLimits.TextLength),
        _ => json.ValueKind switch
        {
            JsonValueKind.String => ReadText(json, at, ConditionLimits.TextLength),
            JsonValueKind.Number => ReadNumber(json, at),
            JsonValueKind.True or JsonValueKind.False => new Operand.YesNo(json.ValueKind == JsonValueKind.True),
            _ => Wrong(at, "Must be a text, a number, true or false."),
        },
    };

    private Operand? ReadList(JsonElement json, string at)
    {
        if (json.ValueKind != JsonValueKind.Array || json.GetArrayLength() is 0 or > ConditionLimits.Values)
        {
            return Wrong(at, $"'{op.Name}' takes a list of 1 to {ConditionLimits.Values} values.");
        }

        var values = json.EnumerateArray().Index().Select(item => ReadOne(item.Item, JsonPointer.To(at, item.Index))).ToArray();
        return values.Contains(null) ? null : new Operand.List(values!);
    }

    private Operand? ReadChoice(JsonElement json, string at)
    {
        var choices = field.Info.Choices!;
        return JsonText.Of(json) is { } text && choices.Contains(text)
            ? new Operand.Text(text)
            : Wrong(at, $"'{field}' is one of {string.Join(", ", choices)}.{Nearest.Hint(JsonText.Of(json) ?? "", choices)}");
    }

    private Operand? ReadText(JsonElement json, string at, int longest) =>
        JsonText.Of(json) is { Length: > 0 } text && text.Length <= longest ? new Operand.Text(text) : Wrong(at, $"Must be a text of 1 to {longest} characters.");

    /// <summary>Written as tags are kept, so that whoever writes "VIP" finds them.</summary>
    private Operand? ReadTag(JsonElement json, string at) =>
        TagName.Of(JsonText.Of(json)) is { } name ? new Operand.Text(name) : Wrong(at, $"Must be the name of a tag: 1 to {TagName.MaxLength} characters without control characters.");

    private Operand? ReadNumber(JsonElement json, string at)
    {
        if (json.ValueKind != JsonValueKind.Number || !json.TryGetDecimal(out var number))
        {
            return Wrong(at, "Must be a number such as 19.9.");
        }

        return field.Info.Bounds is { } bounds && (number < bounds.Lowest || number > bounds.Highest)
            ? Wrong(at, $"'{field}' is {bounds.Lowest} to {bounds.Highest}.")
            : new Operand.Number(number);
    }

    private Operand? ReadRange(JsonElement json, string at)
    {
        if (json.ValueKind != JsonValueKind.Array || json.GetArrayLength() != 2)
        {
            return Wrong(at, "Must be a list of two numbers, the lower first.");
        }

        return ReadNumber(json[0], JsonPointer.To(at, 0)) is not Operand.Number low || ReadNumber(json[1], JsonPointer.To(at, 1)) is not Operand.Number high ? null
            : low.Value > high.Value ? Wrong(at, "The lower number comes first.")
            : new Operand.Range(low.Value, high.Value);
    }

    private static Operand? ReadDay(JsonElement json) =>
        JsonText.Of(json) is { } text && LocalDatePattern.Iso.Parse(text) is { Success: true, Value: { Year: >= 1 and < Horizon } day } ? new Operand.Day(day) : null;

    private static Operand? ReadMoment(JsonElement json) =>
        JsonText.Of(json) is { } text && OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true, Value: { Year: > 1 and < Horizon } at }
            ? new Operand.Moment(at.ToInstant().ToDateTimeOffset())
            : null;

    private Operand? ReadDuration(JsonElement json, string at)
    {
        var period = JsonText.Of(json) is { } text ? Durations.Read(text) : null;
        var days = op.Operand == OperandType.WholeDays;
        return period is null ? Wrong(at, $"Must be a duration such as \"P30D\", \"P6M\" or \"PT12H\", of at most {ConditionLimits.Years} years.")
            : (days || field.Info.Type == FieldType.Day) && !Durations.IsWholeDays(period) ? Wrong(at, "Must be in days, weeks, months or years: there are no hours here.")
            : days && Durations.LongestDays(period) > ConditionLimits.AnniversaryDays ? Wrong(at, $"An anniversary is never more than {ConditionLimits.AnniversaryDays} days ahead.")
            : new Operand.Lasting(period);
    }

    private Operand? Wrong(string at, string what)
    {
        mistakes.Add(new(at, what));
        return null;
    }
}
