using UserOps.Domain.Messages;

namespace UserOps.Application.Settings;

/// <summary>
/// How messages go out: <c>Messaging:PublicUrl</c>, <c>:TrackClicks</c>, <c>:TrackOpens</c>, and of each channel but e-mail and inbox <c>:Webhook</c> and <c>:AddressTrait</c>.
/// </summary>
internal static class SendingSettingsReader
{
    private const string Section = "Messaging";

    private static readonly string[] OfGateways = ["Webhook", "AddressTrait"];

    /// <summary>Where applications commonly keep addresses.</summary>
    private static readonly IReadOnlyDictionary<string, string> UsualTraits = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [MessageNames.Sms] = "phone",
        ["push"] = "pushToken",
    };

    public static SendingSettings Read(SettingKeys keys, MessagingRules rules, IReadOnlyDictionary<string, WebhookSettings> webhooks)
    {
        var gateways = new Dictionary<string, GatewaySettings>(StringComparer.Ordinal);
        foreach (var written in keys.Children($"{Section}:Channels").Where(name => rules.Channels.ContainsKey(name.ToLowerInvariant())))
        {
            if (Gateway(keys, written, webhooks) is { } gateway)
            {
                gateways[written.ToLowerInvariant()] = gateway;
            }
        }

        return new()
        {
            PublicUrl = PublicUrl(keys),
            TrackClicks = keys.Choice($"{Section}:TrackClicks", true, ("true", true), ("false", false)),
            TrackOpens = keys.Choice($"{Section}:TrackOpens", false, ("true", true), ("false", false)),
            Gateways = gateways,
        };
    }

    private static GatewaySettings? Gateway(SettingKeys keys, string written, IReadOnlyDictionary<string, WebhookSettings> webhooks)
    {
        var (at, name) = ($"{Section}:Channels:{written}", written.ToLowerInvariant());
        var (webhook, trait) = (keys.Text($"{at}:Webhook")?.ToLowerInvariant(), keys.Text($"{at}:AddressTrait"));
        if (name is MessageNames.Email or MessageNames.Inbox)
        {
            foreach (var part in OfGateways.Where(part => keys.Text($"{at}:{part}") is not null))
            {
                keys.Wrong($"{at}:{part}", $"is for channels that go out by a webhook; {name} has a way of its own, so leave it out");
            }

            return null;
        }

        if (webhook is null || !webhooks.ContainsKey(webhook))
        {
            keys.Wrong($"{at}:Webhook", webhook is null
                ? $"is not set; set the name of a webhook under Webhooks that sends the messages of {name}"
                : $"is '{webhook}', which is no usable webhook; set the name of one under Webhooks");
            return null;
        }

        if ((trait ?? UsualTraits.GetValueOrDefault(name)) is not { } address)
        {
            keys.Wrong($"{at}:AddressTrait", $"is not set; set the name of the trait that holds a person's address on {name}");
            return null;
        }

        return new(webhook, address);
    }

    private static Uri? PublicUrl(SettingKeys keys)
    {
        const string Key = $"{Section}:PublicUrl";
        if (keys.Text(Key) is not { } text)
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var url)
            && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
            && url is { UserInfo.Length: 0, Query.Length: 0, Fragment.Length: 0 })
        {
            return url.AbsoluteUri.EndsWith('/') ? url : new(url.AbsoluteUri + "/");
        }

        keys.Wrong(Key, $"is '{text}'; set the https address under which this host is reached from outside, without user, query and fragment (http only for this machine)");
        return null;
    }
}
