using UserOps.Domain.Messages;

namespace UserOps.Application.Messages.Engagement;

/// <summary>What a person says about one channel and purpose.</summary>
public readonly record struct ConsentWord(ConsentSlot Slot, bool Granted)
{
    public static ConsentWord Refusal(string channel, string purpose) => new(new(channel, purpose), false);

    internal ConsentState State => Granted ? ConsentState.Granted : ConsentState.Denied;
}
