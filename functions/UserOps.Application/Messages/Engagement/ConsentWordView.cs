using UserOps.Domain.Messages;

namespace UserOps.Application.Messages.Engagement;

/// <summary>One word on consent, as a record of consent has to show it.</summary>
/// <param name="Channel">And purpose: what was spoken of; <c>all</c>: any.</param>
/// <param name="Source">Of the event that said it.</param>
/// <param name="Event">Its id in the timeline.</param>
public sealed record ConsentWordView(string Channel, string Purpose, ConsentState State, ConsentVoice By, DateTimeOffset At, string Source, string Event)
{
    public static ConsentWordView Of(ConsentEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new(entry.Channel, entry.Purpose, entry.State, entry.Voice, entry.Said.At, entry.Source, entry.Said.By);
    }
}
