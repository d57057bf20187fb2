using Microsoft.Extensions.Configuration;
using NodaTime;
using UserOps.Domain.Orders;

namespace UserOps.Application.Settings;

/// <summary>Reads every key once at start, so that a wrong one is told then and not in the night.</summary>
public static class SettingsReader
{
    public static SettingsReading Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var keys = new SettingKeys(configuration);
        var (webhooks, messaging) = (WebhookSettingsReader.Read(keys), MessagingSettingsReader.Read(keys));
        var settings = new UserOpsSettings
        {
            Workspace = Workspace(keys),
            Scoring = ScoringSettingsReader.Read(keys),
            Sources = SourceSettingsReader.Sources(keys),
            WriteKeys = SourceSettingsReader.WriteKeys(keys),
            ApiKeys = ApiKeyReader.Read(keys),
            Webhooks = webhooks,
            Messaging = messaging,
            Sending = SendingSettingsReader.Read(keys, messaging, webhooks),
            Journeys = new(TimeSpan.FromHours(keys.Integer("Journeys:EntryWithinHours", (int)JourneySettings.Default.EntryWithin.TotalHours, 1, 24 * 365))),
            Limits = Limits(keys),
        };
        keys.RefuseUnknown();
        return keys.Messages.Count == 0 ? new SettingsReading.Usable(settings) : new SettingsReading.Faulty(keys.Messages);
    }

    private static WorkspaceSettings Workspace(SettingKeys keys)
    {
        var defaults = new WorkspaceSettings();
        var zone = keys.Text("Workspace:TimeZone") is not { } id ? defaults.Zone : DateTimeZoneProviders.Tzdb.GetZoneOrNull(id);
        if (zone is null)
        {
            keys.Wrong("Workspace:TimeZone", "names no time zone; set an IANA name such as Europe/Berlin or Asia/Shanghai");
        }

        var currency = keys.Text("Workspace:Currency")?.ToUpperInvariant() ?? defaults.Currency;
        if (!Currencies.IsCode(currency))
        {
            keys.Wrong("Workspace:Currency", "is no currency code; set three letters of ISO 4217 such as USD, EUR or CNY");
        }

        return new() { Zone = zone ?? defaults.Zone, Currency = currency, Name = keys.Text("Workspace:Name") };
    }

    private static LimitSettings Limits(SettingKeys keys)
    {
        var defaults = new LimitSettings();
        return new()
        {
            RequestBytes = keys.Integer("Limits:RequestBytes", defaults.RequestBytes, 1_024, Http.Route.IntakeBody),
            EventBytes = keys.Integer("Limits:EventBytes", defaults.EventBytes, 256, Http.Route.IntakeBody),
            BatchEvents = keys.Integer("Limits:BatchEvents", defaults.BatchEvents, 1, 10_000),
            MessageTries = keys.Integer("Limits:MessageTries", defaults.MessageTries, 1, 100),
        };
    }
}
