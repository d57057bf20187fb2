using System.Text.Json.Serialization;
using UserOps.Domain.Events;

namespace UserOps.Domain.Messages;

/// <summary>The last that one voice said about one channel and purpose.</summary>
/// <param name="Source">Of the event that said it: what a record of consent has to name.</param>
public sealed record ConsentEntry(string Channel, string Purpose, ConsentVoice Voice, ConsentState State, Stamp Said, string Source)
{
    [JsonIgnore]
    public ConsentSlot Slot => new(Channel, Purpose);

    /// <summary>
    /// A refusal is lifted by a later grant of the same or of something narrower. What the person refused, only the person lifts; and a grant in general terms lifts no
    /// particular refusal.
    /// </summary>
    public bool IsLiftedBy(ConsentEntry grant) =>
        grant.State == ConsentState.Granted
        && Slot.Covers(grant.Slot)
        && (Voice == ConsentVoice.Sender || grant.Voice == ConsentVoice.Person)
        // "Nothing but the newsletter" is one statement: the exception it makes is as late as the rule.
        && (grant.Said.IsAfter(Said) || (grant.Said == Said && grant.Slot != Slot));
}
