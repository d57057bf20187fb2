using System.Globalization;
using System.Text.Json;
using UserOps.Domain.Events;

namespace UserOps.Domain.Messages;

/// <summary>
/// The marketing states that Shopify keeps of a customer, as the traits <c>emailMarketingState</c>, <c>…OptInLevel</c> and <c>…UpdatedAt</c> (<c>sms…</c> likewise).
/// They come again with every change of the customer, so what counts is when they were last changed. An unsubscribe is the person's own; a subscription is so only if it was
/// confirmed and dated, since a merchant can tick the box too.
/// Source: https://shopify.dev/docs/api/admin-graphql/latest/enums/CustomerEmailMarketingState
/// </summary>
internal static class ShopConsent
{
    public static IEnumerable<ConsentEntry> Of(UserEvent said) =>
        new[] { MessageNames.Email, MessageNames.Sms }.Select(channel => Of(said, channel)).OfType<ConsentEntry>();

    private static ConsentEntry? Of(UserEvent said, string channel)
    {
        var dated = When(said, $"{channel}MarketingUpdatedAt");
        var confirmed = dated is not null && Text(said, $"{channel}MarketingOptInLevel") is "confirmed_opt_in";
        (ConsentState State, ConsentVoice Voice)? read = Text(said, $"{channel}MarketingState") switch
        {
            "subscribed" => (ConsentState.Granted, confirmed ? ConsentVoice.Person : ConsentVoice.Sender),
            "unsubscribed" => (ConsentState.Denied, ConsentVoice.Person),
            "redacted" or "invalid" => (ConsentState.Denied, ConsentVoice.Sender),
            "not_subscribed" or "pending" => (ConsentState.Unsaid, ConsentVoice.Sender),
            _ => null,
        };
        return read is var (state, voice)
            ? new(channel, MessageNames.Marketing, voice, state, Stamp.Of(said) with { At = dated ?? said.OccurredAt }, said.Source)
            : null;
    }

    private static DateTimeOffset? When(UserEvent said, string trait) =>
        DateTimeOffset.TryParse(Text(said, trait), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
            ? at < said.OccurredAt ? at : said.OccurredAt
            : null;

    private static string? Text(UserEvent said, string trait) =>
        said.Traits!.TryGetValue(trait, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()!.Trim().ToLowerInvariant() : null;
}
