using System.Text.Json.Serialization;
using UserOps.Domain.Events;

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

    /// <summary>Two for each of four merges.</summary>
    public const int MaxLayers = 8;

    /// <summary>Of all layers together, so that a profile stays small.</summary>
    public const int MaxLayerEntries = 2 * MaxEntries;

    public static readonly Consents None = new([]);

    /// <summary>What users that were merged into one had refused, each by itself, the oldest first; null: nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ConsentLayer>? Layers { get; init; }

    /// <returns>What the person's consent comes to; <see cref="ConsentState.Unsaid"/>: the default for the purpose decides.</returns>
    public ConsentState Of(string channel, string purpose) => Of(new ConsentSlot(channel, purpose));

    public ConsentState Of(ConsentSlot asked)
    {
        var said = Judge(Entries, asked);
        return said != ConsentState.Denied && Layers?.Any(layer => layer.Refuses(asked, Entries)) == true ? ConsentState.Denied : said;
    }

    /// <summary>Last write wins, of two at once the refusal.</summary>
    public Consents With(ConsentEntry told)
    {
        var known = Entries.FirstOrDefault(entry => entry.Slot == told.Slot && entry.Voice == told.Voice);
        var stays = known is not null && !told.Said.IsAfter(known.Said) && (told.Said != known.Said || told.State <= known.State);
        return stays ? this : this with { Entries = Bounded(Entries.Where(entry => entry != known).Append(told)) };
    }

    /// <summary>
    /// Two users become one: what either refuses stays refused, until the person grants it by a word said after the merge. The words of the one that was merged in come
    /// with its events. A second time changes nothing.
    /// </summary>
    /// <param name="winner">Of the user that stays.</param>
    /// <param name="loser">Of the user that is merged in, as it was when it became part of the other.</param>
    /// <param name="loserKey">Tells one merge from another.</param>
    /// <param name="claim">The event that made the two one.</param>
    public static Consents Merge(Consents winner, Consents loser, string loserKey, Stamp claim)
    {
        if (winner.Layers?.Any(layer => layer.Id == loserKey) == true)
        {
            return winner;
        }

        var merged = ((Consents[])[winner, loser]).SelectMany(one => one.Stamps()).Append(claim).Max();
        var layers = ((Consents[])[winner, loser])
            .SelectMany(one => (one.Layers ?? []).SelectMany(layer => layer.AsOf(merged, one.Entries)).Concat(ConsentLayer.Of(loserKey, merged, one.Entries)))
            .ToList();
        while (layers.Count > MaxLayers || layers.Sum(layer => layer.Said.Count) > MaxLayerEntries)
        {
            layers = [layers[0].With(layers[1]), .. layers.Skip(2)];
        }

        return layers.Count == 0 ? winner : winner with { Layers = layers };
    }

    internal static ConsentState Judge(IEnumerable<ConsentEntry> entries, ConsentSlot asked)
    {
        var touching = entries.Where(entry => entry.Slot.Covers(asked)).ToList();
        return touching.Exists(entry => entry.State == ConsentState.Denied && !touching.Exists(entry.IsLiftedBy)) ? ConsentState.Denied
            : touching.Exists(entry => entry.State == ConsentState.Granted) ? ConsentState.Granted
            : ConsentState.Unsaid;
    }

    /// <summary>Beyond the bound the oldest grants go first; were it refusals alone, they become one refusal of everything.</summary>
    internal static IReadOnlyList<ConsentEntry> Bounded(IEnumerable<ConsentEntry> entries)
    {
        var all = entries.ToList();
        while (all.Count > MaxEntries)
        {
            var first = all.OrderBy(entry => entry.State == ConsentState.Denied).ThenBy(entry => entry.Said).First();
            all = first.State != ConsentState.Denied
                ? [.. all.Where(entry => entry != first)]
                : [all.MaxBy(entry => entry.Said)! with { Channel = ConsentSlot.All, Purpose = ConsentSlot.All, Voice = ConsentVoice.Person }];
        }

        return [.. all.OrderBy(entry => entry.Channel, StringComparer.Ordinal).ThenBy(entry => entry.Purpose, StringComparer.Ordinal).ThenBy(entry => entry.Voice)];
    }

    private IEnumerable<Stamp> Stamps() => Entries.Select(entry => entry.Said).Concat((Layers ?? []).Select(layer => layer.Merged));
}
