namespace UserOps.Domain.Messages;

/// <summary>Whether a person may be reached by a channel at all, now or later.</summary>
internal static class Reach
{
    /// <returns>Null: yes.</returns>
    public static GateReason? Refusal(string channel, string purpose, GateFacts facts, MessagingRules rules)
    {
        if (!rules.Channels.ContainsKey(channel))
        {
            return GateReason.NoChannel;
        }

        if (facts.On(channel).AddressHash is not { } address)
        {
            return GateReason.NoAddress;
        }

        return facts.Suppressed.Any(suppressed => suppressed.AddressHash == address) ? GateReason.Suppressed
            : facts.Consents.Of(channel, purpose) switch
            {
                ConsentState.Denied => GateReason.Unsubscribed,
                ConsentState.Granted => null,
                _ => rules.DefaultFor(purpose) == ConsentDefault.OptOut ? null : GateReason.NotConsented,
            };
    }
}
