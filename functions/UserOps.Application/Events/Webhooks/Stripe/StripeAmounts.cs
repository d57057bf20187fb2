using System.Text.Json;
using UserOps.Application.Events.Reading;
using UserOps.Domain.Orders;

namespace UserOps.Application.Events.Webhooks.Stripe;

/// <summary>
/// Stripe's own smallest units, which are not those of ISO 4217 everywhere: Icelandic and Ugandan amounts have two decimals that are always zero, the ariary none.
/// Source: https://docs.stripe.com/currencies
/// </summary>
internal static class StripeAmounts
{
    public static Money? Read(JsonElement thing, ReadOnlySpan<byte> name, WebhookEvents events)
    {
        var field = $"data.object.{System.Text.Encoding.UTF8.GetString(name)}";
        var currency = Amounts.ReadCurrency(thing.At("currency"u8), "data.object.currency", events.Currency, events.Fault);
        if (thing.At(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var units) && units is >= 0 and <= 100_000_000_000_000)
        {
            return Money.FromMajor((decimal)units / UnitsPerMajor(currency), currency);
        }

        events.Fault.Note(field, "must be a whole number of the currency's smallest units");
        return null;
    }

    private static int UnitsPerMajor(string currency) => currency switch
    {
        "BIF" or "CLP" or "DJF" or "GNF" or "JPY" or "KMF" or "KRW" or "MGA" or "PYG" or "RWF" or "VND" or "VUV" or "XAF" or "XOF" or "XPF" => 1,
        "BHD" or "JOD" or "KWD" or "OMR" or "TND" => 1_000,
        _ => 100,
    };
}
