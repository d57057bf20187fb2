using UserOps.Application.Settings;
using UserOps.Application.Users;
using UserOps.Domain.Messages;

namespace UserOps.Application.Messages.Engagement;

/// <summary>What a person agreed to and refused, and by which word.</summary>
public sealed class ReadConsent(NamedUser named, UserOpsSettings settings)
{
    /// <param name="id">As <see cref="NamedUser"/> takes it.</param>
    /// <returns>Null when nobody is known by the id.</returns>
    public async Task<ConsentView?> RunAsync(string id, CancellationToken cancel)
    {
        if (await named.RunAsync(id, cancel) is not { } profile)
        {
            return null;
        }

        var consents = profile.Consents ?? Consents.None;
        return new(
            [.. from purpose in Purposes(settings.Messaging, consents) from channel in settings.Messaging.Channels.Keys.Order(StringComparer.Ordinal) select Answer(consents, channel, purpose)],
            [.. consents.Entries.Select(ConsentWordView.Of)]);
    }

    private ConsentAnswer Answer(Consents consents, string channel, string purpose)
    {
        var word = consents.Deciding(new(channel, purpose));
        return new(
            channel,
            purpose,
            settings.Messaging.Allows(consents, channel, purpose),
            word?.State ?? ConsentState.Unsaid,
            word is null ? null : ConsentWordView.Of(word));
    }

    private static IEnumerable<string> Purposes(MessagingRules rules, Consents consents) =>
        new[] { MessageNames.Marketing, MessageNames.Transactional }.Union(rules.Consent.Keys.Union(consents.Entries.Select(entry => entry.Purpose)).Order(StringComparer.Ordinal))
            .Where(purpose => purpose != ConsentSlot.All);
}
