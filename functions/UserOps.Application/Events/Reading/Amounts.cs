using System.Globalization;
using System.Text.Json;
using UserOps.Domain.Orders;

namespace UserOps.Application.Events.Reading;

/// <summary>Amounts and currencies in JSON.</summary>
internal static class Amounts
{
    /// <summary>Far above any order, far below where sums of many would leave 64 bits.</summary>
    private const decimal Largest = 1_000_000_000_000m;

    /// <summary>Major units, as a number or a text such as "19.90".</summary>
    /// <returns>Null when absent, null or blank, or after noting a fault.</returns>
    public static decimal? Read(JsonElement value, string field, Fault fault)
    {
        decimal amount;
        switch (value.ValueKind)
        {
            case JsonValueKind.Undefined or JsonValueKind.Null:
                return null;
            case JsonValueKind.Number when value.TryGetDecimal(out amount):
                break;
            case JsonValueKind.String when value.ValueEquals(""u8):
                return null;
            case JsonValueKind.String when decimal.TryParse(
                value.GetString(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out amount):
                break;
            default:
                fault.Note(field, "must be an amount such as 19.90");
                return null;
        }

        if (Math.Abs(amount) <= Largest)
        {
            return amount;
        }

        fault.Note(field, "is larger than any order");
        return null;
    }

    /// <summary>As <see cref="Read"/>; a negative amount is a fault.</summary>
    public static Money? ReadMoney(JsonElement value, string field, string currency, Fault fault)
    {
        if (Read(value, field, fault) is not { } amount)
        {
            return null;
        }

        if (amount >= 0)
        {
            return Money.FromMajor(amount, currency);
        }

        fault.Note(field, "must not be negative");
        return null;
    }

    /// <returns>ISO 4217 in upper case; <paramref name="absent"/> when there is none, and after noting a fault.</returns>
    public static string ReadCurrency(JsonElement value, string field, string absent, Fault fault)
    {
        if (value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null || (value.ValueKind == JsonValueKind.String && value.ValueEquals(""u8)))
        {
            return absent;
        }

        if (value.ValueKind == JsonValueKind.String && value.GetString()!.ToUpperInvariant() is var code && Currencies.IsCode(code))
        {
            return code;
        }

        fault.Note(field, "must be a currency code of ISO 4217, such as USD");
        return absent;
    }
}
