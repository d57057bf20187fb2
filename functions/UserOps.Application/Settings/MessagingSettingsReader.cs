using System.Globalization;
using NodaTime;
using NodaTime.Text;
using UserOps.Domain.Messages;

namespace UserOps.Application.Settings;

/// <summary>
/// When and by which channel people are written to: <c>Messaging:QuietHours</c>, <c>:Caps</c>, <c>:Consent</c>, <c>:Channels</c> and <c>:SpreadMinutes</c>. E-mail, at the
/// pace that Azure Communication Services grants an own domain, and the inbox are there without being named.
/// Source of the pace: https://learn.microsoft.com/azure/communication-services/concepts/service-limits
/// </summary>
internal static class MessagingSettingsReader
{
    private const string Section = "Messaging";
    private const int MostMessages = 1_000;
    private const int MostPaced = 1_000_000;
    private const decimal MostCostMinor = 1_000_000;

    public static readonly MessagingRules Defaults = new()
    {
        Channels = new Dictionary<string, ChannelRules>(StringComparer.Ordinal)
        {
            [MessageNames.Email] = new() { Pace = new(PerMinute: 30, PerHour: 100) },
            [MessageNames.Inbox] = new(),
        },
    };

    public static MessagingRules Read(SettingKeys keys)
    {
        var quiet = Quiet(keys, Section, null);
        var named = Names(keys, "Channels").ToDictionary(name => name.ToLowerInvariant(), StringComparer.Ordinal);
        var channels = Defaults.Channels.Keys.Union(named.Keys).ToList();
        if (channels.Count > MessagingRules.MaxChannels)
        {
            keys.Wrong($"{Section}:Channels", $"are {channels.Count} with email and inbox; set at most {MessagingRules.MaxChannels}");
        }

        RefuseCapsOfNone(keys, channels);
        return new()
        {
            Channels = channels.ToDictionary(name => name, name => Channel(keys, name, quiet), StringComparer.Ordinal),
            Cap = CapOf(keys, ConsentSlot.All),
            Consent = Names(keys, "Consent").ToDictionary(
                name => name.ToLowerInvariant(),
                name => keys.Choice($"{Section}:Consent:{name}", ConsentDefault.OptIn, ("opt-in", ConsentDefault.OptIn), ("opt-out", ConsentDefault.OptOut)),
                StringComparer.Ordinal),
            Spread = TimeSpan.FromMinutes(keys.Integer($"{Section}:SpreadMinutes", (int)Defaults.Spread.TotalMinutes, 0, 120)),
        };
    }

    private static ChannelRules Channel(SettingKeys keys, string name, QuietHours? quiet)
    {
        var at = $"{Section}:Channels:{name}";
        var defaults = Defaults.Channels.GetValueOrDefault(name, new());
        var cost = keys.Amount($"{at}:CostMinor", defaults.CostMinor);
        if (cost > MostCostMinor)
        {
            keys.Wrong($"{at}:CostMinor", $"is {cost.ToString(CultureInfo.InvariantCulture)}; set minor units a message, at most {MostCostMinor}");
        }

        return new()
        {
            CostMinor = Math.Min(cost, MostCostMinor),
            Pace = new(Pace(keys, $"{at}:PerMinute", defaults.Pace.PerMinute), Pace(keys, $"{at}:PerHour", defaults.Pace.PerHour)),
            Cap = CapOf(keys, name),
            Quiet = Quiet(keys, at, quiet),
        };
    }

    private static int? Pace(SettingKeys keys, string key, int? absent) =>
        keys.Text(key) is not { } text ? absent
        : text.Equals("off", StringComparison.OrdinalIgnoreCase) ? null
        : keys.Integer(key, 1, 1, MostPaced);

    private static Cap CapOf(SettingKeys keys, string name)
    {
        var at = $"{Section}:Caps:{name}";
        var cap = new Cap(Most(keys, $"{at}:Day"), Most(keys, $"{at}:Week"));
        if (cap.Day > cap.Week)
        {
            keys.Wrong($"{at}:Day", $"is above Week ({cap.Week}) and so never reached; set at most as many");
        }

        return cap;
    }

    private static int? Most(SettingKeys keys, string key) => keys.Text(key) is null ? null : keys.Integer(key, 1, 1, MostMessages);

    /// <param name="general">What holds where nothing is set here.</param>
    private static QuietHours? Quiet(SettingKeys keys, string section, QuietHours? general)
    {
        var at = $"{section}:QuietHours";
        var none = keys.Text($"{at}:From") is null && keys.Text($"{at}:To") is null;
        if (keys.Text(at) is { } text)
        {
            if (!none || !text.Equals("off", StringComparison.OrdinalIgnoreCase))
            {
                keys.Wrong(at, $"is '{text}'; set off, or a time each for From and To");
            }

            return null;
        }

        if (none)
        {
            return general;
        }

        var (from, to) = (TimeOf(keys, $"{at}:From"), TimeOf(keys, $"{at}:To"));
        if (from is not null && from == to)
        {
            keys.Wrong($"{at}:To", "is the same as From; set another time of day");
        }

        return from is { } begins && to is { } ends && begins != ends ? new(begins, ends) : null;
    }

    private static LocalTime? TimeOf(SettingKeys keys, string key)
    {
        if (keys.Text(key) is { } text && LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text) is { Success: true } read)
        {
            return read.Value;
        }

        keys.Wrong(key, keys.Text(key) is { } wrong ? $"is '{wrong}'; set a time of day such as 21:00" : "is not set; quiet hours need From and To, such as 21:00 and 09:00");
        return null;
    }

    private static void RefuseCapsOfNone(SettingKeys keys, List<string> channels)
    {
        foreach (var name in keys.Children($"{Section}:Caps").Where(name => !channels.Append(ConsentSlot.All).Contains(name.ToLowerInvariant())))
        {
            keys.Wrong($"{Section}:Caps:{name}", $"is for no channel; there are {string.Join(", ", channels)} and all");
        }
    }

    private static IEnumerable<string> Names(SettingKeys keys, string part)
    {
        foreach (var name in keys.Children($"{Section}:{part}"))
        {
            if (MessageNames.IsName(name.ToLowerInvariant()) && !name.Equals(ConsentSlot.All, StringComparison.OrdinalIgnoreCase))
            {
                yield return name;
            }
            else
            {
                keys.Wrong($"{Section}:{part}:{name}", "has a name that does not fit; use 1 to 40 letters, digits and hyphens, and not 'all'");
            }
        }
    }
}
