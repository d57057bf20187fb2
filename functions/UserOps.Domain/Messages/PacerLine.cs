namespace UserOps.Domain.Messages;

/// <summary>
/// The line before a channel's pacer. Whoever finds no room is given a place: an instant of its own at which there will be room, so that nobody wakes up in vain and the places together are
/// what <see cref="Pacer.Ahead"/> foretells. There are two lines. In the <see cref="Soon"/> one stand those who must not wait for thousands of others, and those whose place came to
/// nothing because the provider asked for a pause; the <see cref="Later"/> one is for everybody else.
/// </summary>
/// <param name="Sent">What went out.</param>
/// <param name="Soon">With the places given up to the last of the first line, as if they had gone out.</param>
/// <param name="Later">The same of the second line.</param>
public sealed record PacerLine(PacerState Sent, PacerState Soon, PacerState Later)
{
    /// <summary>
    /// Room that nobody claimed for so long belongs to somebody who does not come any more: one who bought meanwhile, a journey that was cancelled. Then whoever asks may have it;
    /// else a line of runs that are gone would hold everybody up.
    /// </summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(5);

    public static readonly PacerLine Empty = new(PacerState.Idle, PacerState.Idle, PacerState.Idle);

    /// <param name="called">The place that was given has come.</param>
    /// <param name="urgent">Not to wait for the whole line.</param>
    /// <param name="deadline">A place after it is not taken; null: there is none.</param>
    public LineAnswer Take(PacerLimits limits, DateTimeOffset now, bool called, bool urgent, DateTimeOffset? deadline)
    {
        var free = called || !(Waits(Soon, now) || (!urgent && Waits(Later, now))) || Pacer.Take(Sent, limits, now - Grace) is PacerAnswer.Allowed;
        return free && Pacer.Take(Sent, limits, now) is PacerAnswer.Allowed { State: var sent }
            ? new LineAnswer.Go { Line = this with { Sent = sent } }
            : Queue(limits, now, called || urgent, deadline);
    }

    /// <summary>The provider asked for a pause.</summary>
    public PacerLine Throttled(DateTimeOffset now, TimeSpan retryAfter) => this with { Sent = Pacer.Throttled(Sent, now, retryAfter) };

    private static bool Waits(PacerState line, DateTimeOffset now) => Last(line) > now;

    /// <summary>The last place of a line.</summary>
    private static DateTimeOffset Last(PacerState line) =>
        line.Minute.Slots.Count > 0 ? DateTimeOffset.FromUnixTimeSeconds(line.Minute.Slots[^1].Start) : DateTimeOffset.MinValue;

    private LineAnswer Queue(PacerLimits limits, DateTimeOffset now, bool soon, DateTimeOffset? deadline)
    {
        var line = soon && Waits(Soon, now) ? Soon
            : !soon && Waits(Later, now) ? Later
            : !soon && Waits(Soon, now) ? Soon
            : Sent;
        var from = Last(line) > now ? Last(line) : now;
        if (Sent.NotBefore > from)
        {
            from = Sent.NotBefore.Value;
        }

        var at = Pacer.Take(line, limits, from) switch
        {
            PacerAnswer.Allowed => from,
            PacerAnswer.NotBefore { Instant: var instant } => instant,
            _ => null,
        };
        if (at is not { } place || place > deadline || Pacer.Take(line, limits, place) is not PacerAnswer.Allowed { State: var taken })
        {
            return new LineAnswer.Wait(at) { Line = this };
        }

        return new LineAnswer.Wait(place) { Line = soon ? this with { Soon = taken } : this with { Later = taken } };
    }
}
