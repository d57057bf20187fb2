using UserOps.Application.Settings;
using UserOps.Application.Users;
using UserOps.Domain.Messages;

namespace UserOps.Application.Messages.Engagement;

/// <summary>What may be sent to a person: every channel of the workspace, and every purpose that the settings, the person's words or the link itself name.</summary>
public sealed class ReadPreferences(FindUser find, UserOpsSettings settings)
{
    /// <summary>As many as a person's words are kept of.</summary>
    public const int Most = Consents.MaxEntries;

    /// <param name="channel">And purpose: of the message that the link stood in; they come first.</param>
    /// <returns>The person's language, if known, and the lines by purpose and channel; null when the person was forgotten.</returns>
    public async Task<(string? Language, IReadOnlyList<Preference> Lines)?> RunAsync(string userKey, string channel, string purpose, CancellationToken cancel)
    {
        if ((await find.RunAsync(userKey, cancel)).Holder is not Holder.Here { Profile: var profile })
        {
            return null;
        }

        var consents = profile.Consents ?? Consents.None;
        var rules = settings.Messaging;
        var channels = First(channel, rules.Channels.Keys);
        var purposes = First(purpose, [MessageNames.Marketing, .. rules.Consent.Keys, .. consents.Entries.Select(entry => entry.Purpose)]);
        var lines =
            from wanted in purposes
            from offered in channels
            select new Preference(offered, wanted, rules.Allows(consents, offered, wanted));
        return (PageLanguage.Of(profile), [.. lines.Take(Most)]);
    }

    private static List<string> First(string first, IEnumerable<string> others) =>
        [first, .. others.Where(other => other != first && other != ConsentSlot.All).Distinct().Order(StringComparer.Ordinal)];
}
