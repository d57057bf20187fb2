using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace UserOps.Domain.Segments;

/// <summary>The <c>value</c> of a comparison.</summary>
internal static class OperandWriter
{
    public static void Write(Utf8JsonWriter json, Operand operand)
    {
        switch (operand)
        {
            case Operand.Text text:
                json.WriteStringValue(text.Value);
                break;
            case Operand.Number number:
                json.WriteNumberValue(number.Value);
                break;
            case Operand.YesNo yesNo:
                json.WriteBooleanValue(yesNo.Value);
                break;
            case Operand.List list:
                json.WriteStartArray();
                foreach (var value in list.Values)
                {
                    Write(json, value);
                }

                json.WriteEndArray();
                break;
            case Operand.Range range:
                json.WriteStartArray();
                json.WriteNumberValue(range.Low);
                json.WriteNumberValue(range.High);
                json.WriteEndArray();
                break;
            case Operand.Day day:
                json.WriteStringValue(LocalDatePattern.Iso.Format(day.Value));
                break;
            case Operand.Moment moment:
                json.WriteStringValue(InstantPattern.ExtendedIso.Format(Instant.FromDateTimeOffset(moment.Value)));
                break;
            case Operand.Lasting lasting:
                json.WriteStringValue(Durations.Write(lasting.Value));
                break;
        }
    }
}
