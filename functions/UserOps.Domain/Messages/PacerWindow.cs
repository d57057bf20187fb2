namespace UserOps.Domain.Messages;

/// <summary>
/// What went out within one sliding window, counted in sixtieths of it. The sixtieth that is only partly in the window counts whole, so that no window of that length, wherever it
/// begins, ever holds more than the limit; the pace is at most a sixtieth slower for it. (A bucket of tokens lets twice the limit through in its first window, which
/// providers answer with 429.)
/// </summary>
/// <param name="SlotSeconds">One sixtieth: 1 for a minute, 60 for an hour.</param>
/// <param name="Slots">Ascending; at most 61 that count.</param>
public sealed record PacerWindow(int SlotSeconds, IReadOnlyList<PacerSlot> Slots)
{
    private long Length => 60L * SlotSeconds;

    /// <returns>How many more may go out in the slot of this second.</returns>
    public int Room(int? limit, long second) =>
        limit is { } most ? Math.Max(0, most - Slots.Where(slot => slot.Start >= SlotOf(second) - Length).Sum(slot => slot.Count)) : int.MaxValue;

    /// <returns>The first second, at or after the given one, with room; null: never.</returns>
    public long? FirstRoom(int? limit, long second)
    {
        if (limit < 1)
        {
            return null;
        }

        var at = second;
        foreach (var slot in Slots)
        {
            if (Room(limit, at) > 0)
            {
                break;
            }

            at = Math.Max(at, slot.Start + Length + SlotSeconds);
        }

        return at;
    }

    public PacerWindow With(int count, long second)
    {
        var slot = Math.Max(SlotOf(second), Slots.Count > 0 ? Slots[^1].Start : long.MinValue);
        var kept = Slots.Where(known => known.Start >= slot - Length);
        return this with
        {
            Slots = Slots.Count > 0 && Slots[^1].Start == slot
                ? [.. kept.SkipLast(1), new(slot, Slots[^1].Count + count)]
                : [.. kept, new(slot, count)],
        };
    }

    private long SlotOf(long second) => second - (((second % SlotSeconds) + SlotSeconds) % SlotSeconds);
}
