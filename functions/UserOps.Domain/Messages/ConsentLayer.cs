using UserOps.Domain.Events;

namespace UserOps.Domain.Messages;

/// <summary>What one of two users refused when they became one, kept apart from the words of the other, which could lift it.</summary>
/// <param name="Id">The key of the user that was merged in.</param>
/// <param name="Merged">Not before anything that either of the two had said.</param>
/// <param name="Said">Refusals, and the grants that lift some of them.</param>
public sealed record ConsentLayer(string Id, Stamp Merged, IReadOnlyList<ConsentEntry> Said)
{
    /// <returns>None when nothing is refused.</returns>
    public static IEnumerable<ConsentLayer> Of(string id, Stamp merged, IEnumerable<ConsentEntry> said)
    {
        var grants = said.Where(entry => entry.State == ConsentState.Granted).ToList();
        var refusals = said.Where(entry => entry.State == ConsentState.Denied && !grants.Exists(grant => grant.Slot == entry.Slot && entry.IsLiftedBy(grant))).ToList();
        var kept = refusals.Concat(grants.Where(grant => refusals.Exists(refusal => refusal.IsLiftedBy(grant))));
        return refusals.Count == 0 ? [] : [new(id, merged, Consents.Bounded(kept))];
    }

    /// <param name="entries">Of the user that the two became.</param>
    public bool Refuses(ConsentSlot asked, IEnumerable<ConsentEntry> entries) => Consents.Judge([.. Said, .. TakenBack(entries)], asked) == ConsentState.Denied;

    /// <summary>The same as of another merge: from then on only what is said later lifts it.</summary>
    public IEnumerable<ConsentLayer> AsOf(Stamp merged, IEnumerable<ConsentEntry> entries) => Of(Id, merged, Said.Concat(TakenBack(entries)).Distinct());

    /// <summary>Two layers as one: the refusals of both, without their exceptions, since those of one could lift what the other refused.</summary>
    public ConsentLayer With(ConsentLayer later) =>
        later with
        {
            Merged = Merged.IsAfter(later.Merged) ? Merged : later.Merged,
            Said = Consents.Bounded(Said.Concat(later.Said).Where(entry => entry.State == ConsentState.Denied).DistinctBy(entry => (entry.Slot, entry.Voice))),
        };

    private IEnumerable<ConsentEntry> TakenBack(IEnumerable<ConsentEntry> entries) =>
        entries.Where(entry => entry is { State: ConsentState.Granted, Voice: ConsentVoice.Person } && entry.Said.IsAfter(Merged));
}
