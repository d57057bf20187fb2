using UserOps.Application.Events;
using UserOps.Application.Events.Reading;
using UserOps.Application.Users;
using UserOps.Domain.Events;
using UserOps.Domain.Messages;

namespace UserOps.Application.Messages.Engagement;

/// <summary>
/// Takes a person's own word on what may be sent: an event like any other, but applied at once instead of queued, so that it holds when the answer is given.
/// </summary>
public sealed class SayConsent(FindUser find, ApplyToUser apply, TimeProvider clock)
{
    /// <param name="message">Key of the row of the message whose link the person followed.</param>
    /// <returns>When it is in effect. Nothing happens for a person who was forgotten.</returns>
    public async Task RunAsync(string userKey, string message, IReadOnlyList<ConsentWord> words, CancellationToken cancel)
    {
        var user = await find.RunAsync(userKey, cancel);
        if (user.Holder is not Holder.Here { Profile: var profile })
        {
            return;
        }

        var consents = profile.Consents ?? Consents.None;
        var now = clock.GetUtcNow();
        var last = consents.Entries.Select(entry => entry.Said.At).DefaultIfEmpty(DateTimeOffset.MinValue).Max();

        // After everything that was said before, whatever the clock of whoever said it: this word counts from now on.
        var at = last < now ? now : last.AddTicks(1);
        var fresh = words.Where(word => !IsSaid(consents, word)).Select(word => IncomingEvent.Of(Event(word, message, last, at, now))).ToList();
        if (fresh.Count > 0)
        {
            await apply.RunAsync(user.Key, fresh, cancel);
        }
    }

    private static bool IsSaid(Consents consents, ConsentWord word) =>
        consents.Of(word.Slot) == word.State
        && consents.Entries.Any(entry => entry.Slot == word.Slot && entry.Voice == ConsentVoice.Person && entry.State == word.State);

    /// <summary>The key names what was last said before, so that a double click is one event, and refusing again after another grant another.</summary>
    private static UserEvent Event(ConsentWord word, string message, DateTimeOffset last, DateTimeOffset at, DateTimeOffset now) => new()
    {
        Source = MessageEvents.Source,
        DedupeKey = $"consent {word.Slot.Channel} {word.Slot.Purpose} {word.State} after {last.UtcTicks}",
        ContentHash = 0,
        Type = EventType.Track,
        Name = ConsentFold.ConsentChanged,
        OccurredAt = at,
        ReceivedAt = now,
        Identity = new() { Trusted = true },
        Properties = JsonObjects.Make(writer =>
        {
            writer.WriteString("state", word.Granted ? "granted" : "denied");
            writer.WriteString("channel", word.Slot.Channel);
            writer.WriteString("purpose", word.Slot.Purpose);
            writer.WriteString("by", "person");
            writer.WriteString("message", message);
        }),
    };
}
