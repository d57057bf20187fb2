namespace UserOps.Domain.Messages;

/// <summary>
/// What a person agreed to and refused. Of each voice the last word about each channel and purpose is kept, so that every order of arrival folds to the same; of all
/// words that touch a question one refusal that nothing lifts decides it.
/// Sources: PIPL art. 15, 16 and 24 (withdrawal and refusal), https://www.rfc-editor.org/rfc/rfc8058
/// </summary>
/// <param name="Entries">Ascending by channel, purpose and voice; at most <see cref="MaxEntries"/>.</param>
public sealed record Consents(IReadOnlyList<ConsentEntry> Entries)
{
    public const int MaxEntries = 64;

    public static readonly Consents None = new([]);

    /// <returns>What the person's consent comes to; <see cref="ConsentState.Unsaid"/>: the default for the purpose decides.</returns>
    public ConsentState Of(string channel, string purpose) => Of(new ConsentSlot(channel, purpose));

    public ConsentState Of(ConsentSlot asked) => Deciding(asked)?.State ?? ConsentState.Unsaid;

    /// <returns>The word that decides: the latest refusal that nothing lifts, else the latest grant; null: nobody said anything.</returns>
    public ConsentEntry? Deciding(ConsentSlot asked)
    {
        var touching = Entries.Where(entry => entry.Slot.Covers(asked)).ToList();
        return touching.Where(entry => entry.State == ConsentState.Denied && !touching.Exists(entry.IsLiftedBy)).MaxBy(entry => entry.Said)
            ?? touching.Where(entry => entry.State == ConsentState.Granted).MaxBy(entry => entry.Said);
    }

    /// <summary>Last write wins, of two at once the refusal.</summary>
    public Consents With(ConsentEntry told)
    {
        var known = Entries.FirstOrDefault(entry => entry.Slot == told.Slot && entry.Voice == told.Voice);
        var stays = known is not null && !told.Said.IsAfter(known.Said) && (told.Said != known.Said || told.State <= known.State);
        return stays ? this : Bounded(Entries.Where(entry => entry != known).Append(told));
    }

    /// <summary>
    /// Two users become one: what either refused is refused. Renewed to after anything either said, so that applying the events of one to the other once more undoes
    /// nothing; whatever the person says from then on counts as ever. To be called once in a merge.
    /// </summary>
    public static Consents Merge(Consents one, Consents other)
    {
        if (one.Entries.Count == 0 || other.Entries.Count == 0)
        {
            return one.Entries.Count == 0 ? other : one;
        }

        var last = one.Entries.Concat(other.Entries).Max(entry => entry.Said);
        var renewed = last with { By = last.By + "+" };
        var merged = one.Entries.Concat(other.Entries)
            .GroupBy(entry => (entry.Slot, entry.Voice))
            .Select(said =>
            {
                var refused = one.Of(said.Key.Slot) == ConsentState.Denied || other.Of(said.Key.Slot) == ConsentState.Denied;
                var word = said.OrderByDescending(entry => refused && entry.State == ConsentState.Denied).ThenByDescending(entry => entry.Said).ThenByDescending(entry => entry.State).First();
                var holds = word.State == (refused ? ConsentState.Denied : ConsentState.Granted);
                return holds ? word with { Said = renewed } : word;
            });
        return Bounded(merged);
    }

    /// <summary>Beyond the bound the oldest grants go first; were it refusals alone, they become one refusal of everything.</summary>
    private static Consents Bounded(IEnumerable<ConsentEntry> entries)
    {
        var all = entries.ToList();
        if (all.Count > MaxEntries)
        {
            var first = all.OrderBy(entry => entry.State == ConsentState.Denied).ThenBy(entry => entry.Said).First();
            all = first.State != ConsentState.Denied
                ? [.. all.Where(entry => entry != first)]
                : [all.MaxBy(entry => entry.Said)! with { Channel = ConsentSlot.All, Purpose = ConsentSlot.All, Voice = ConsentVoice.Person }];
        }

        return new([.. all.OrderBy(entry => entry.Channel, StringComparer.Ordinal).ThenBy(entry => entry.Purpose, StringComparer.Ordinal).ThenBy(entry => entry.Voice)]);
    }
}
