namespace UserOps.Application.Settings;

internal static class SourceSettingsReader
{
    public static IReadOnlyDictionary<string, SourceSettings> Sources(SettingKeys keys)
    {
        var sources = new Dictionary<string, SourceSettings>(StringComparer.Ordinal);
        foreach (var name in Names(keys, "Sources"))
        {
            var at = $"Sources:{name}";
            if (keys.Text($"{at}:Kind") is null)
            {
                keys.Wrong($"{at}:Kind", "is not set; set shopify, woocommerce, stripe or standard");
            }

            var kind = keys.Choice<SourceKind?>(
                $"{at}:Kind",
                null,
                ("shopify", SourceKind.Shopify),
                ("woocommerce", SourceKind.WooCommerce),
                ("stripe", SourceKind.Stripe),
                ("standard", SourceKind.Standard));
            var previous = keys.Text($"{at}:PreviousSecret");
            if (keys.Text($"{at}:Secret") is not { } secret)
            {
                keys.Wrong($"{at}:Secret", "is empty; set the secret with which the sender signs its webhooks");
                continue;
            }

            CheckForm(keys, $"{at}:Secret", kind, secret);
            CheckForm(keys, $"{at}:PreviousSecret", kind, previous);
            sources[name.ToLowerInvariant()] = new(kind.GetValueOrDefault(), secret, previous);
        }

        return sources;
    }

    public static IReadOnlyDictionary<string, WriteKeySettings> WriteKeys(SettingKeys keys)
    {
        var writeKeys = new Dictionary<string, WriteKeySettings>(StringComparer.Ordinal);
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in Names(keys, "WriteKeys"))
        {
            var at = $"WriteKeys:{name}";
            if (keys.Text($"{at}:Kind") is null)
            {
                keys.Wrong($"{at}:Kind", "is not set; set server for a key that is kept secret, browser for one that stands in a page");
            }

            var trusted = keys.Choice($"{at}:Kind", false, ("server", true), ("browser", false));
            var key = keys.Text($"{at}:Key");
            if (key is null)
            {
                keys.Wrong($"{at}:Key", "is empty; set a random text of at least 8 characters");
            }
            else if (key.Length < 8 || key.Any(c => c is ':' or <= ' ' or > '~'))
            {
                keys.Wrong($"{at}:Key", "is too short or has other characters; set at least 8 ASCII characters without colon and space");
            }
            else if (!owners.TryAdd(key, name))
            {
                keys.Wrong($"{at}:Key", $"is the key of WriteKeys:{owners[key]} too; set another one");
            }
            else
            {
                writeKeys[name.ToLowerInvariant()] = new(key, trusted);
            }
        }

        return writeKeys;
    }

    /// <summary>Configuration ignores case, so a name counts in lower case, as it stands in URLs and stored events.</summary>
    public static IEnumerable<string> Names(SettingKeys keys, string section)
    {
        foreach (var name in keys.Children(section))
        {
            if (name.Length <= 40 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            {
                yield return name;
            }
            else
            {
                keys.Wrong($"{section}:{name}", "has a name that does not fit; use 1 to 40 letters, digits and hyphens");
            }
        }
    }

    private static void CheckForm(SettingKeys keys, string key, SourceKind? kind, string? secret)
    {
        if (kind == SourceKind.Standard && secret is not null && StandardSecret.Decode(secret) is null)
        {
            keys.Wrong(key, "is no Standard Webhooks secret; set whsec_ followed by base64 of at least 16 bytes");
        }
    }
}
