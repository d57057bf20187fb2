namespace UserOps.Application.Settings;

internal static class WebhookSettingsReader
{
    public static IReadOnlyDictionary<string, WebhookSettings> Read(SettingKeys keys)
    {
        var webhooks = new Dictionary<string, WebhookSettings>(StringComparer.Ordinal);
        foreach (var name in SourceSettingsReader.Names(keys, "Webhooks"))
        {
            var at = $"Webhooks:{name}";
            var allowPrivate = keys.Choice($"{at}:AllowPrivate", false, ("true", true), ("false", false));
            var secret = keys.Text($"{at}:Secret");
            if (secret is null || StandardSecret.Decode(secret) is null)
            {
                keys.Wrong($"{at}:Secret", "is no Standard Webhooks secret; set whsec_ followed by base64 of at least 16 bytes, which the receiver has too");
                secret = null;
            }

            if (!Uri.TryCreate(keys.Text($"{at}:Url"), UriKind.Absolute, out var url) || !Fits(url, allowPrivate))
            {
                keys.Wrong($"{at}:Url", "is no https address without user and fragment (http only beside AllowPrivate=true); set where to call");
            }
            else if (secret is not null)
            {
                webhooks[name.ToLowerInvariant()] = new(url, secret, allowPrivate);
            }
        }

        return webhooks;
    }

    private static bool Fits(Uri url, bool allowPrivate) =>
        (url.Scheme == Uri.UriSchemeHttps || (allowPrivate && url.Scheme == Uri.UriSchemeHttp)) && url.UserInfo.Length == 0 && url.Fragment.Length == 0;
}
