namespace UserOps.Domain.Messages;

/// <summary>What becomes of messages that wait in a row, at the channel's pace alone: quiet hours and caps of the persons come on top.</summary>
/// <param name="FinishAt">When the last one goes out; null: none does, or the limits let no more through.</param>
/// <param name="Sent">How many go out.</param>
/// <param name="Expired">How many have become too old when their turn comes; they take no turn from others.</param>
public sealed record PacerForecast(DateTimeOffset? FinishAt, int Sent, int Expired)
{
    /// <param name="deadlines">In the order of sending, one a message; null: it may go however late.</param>
    public static PacerForecast Of(PacerState state, PacerLimits limits, IEnumerable<DateTimeOffset?> deadlines, DateTimeOffset now)
    {
        using var batches = Pacer.Ahead(state, limits, now).GetEnumerator();
        var (batch, open) = (default(PacedBatch), true);
        var result = new PacerForecast(null, 0, 0);
        foreach (var deadline in deadlines)
        {
            if (open && batch.Count == 0)
            {
                open = batches.MoveNext();
                batch = open ? batches.Current : default;
            }

            // A turn that never comes lets everything with a deadline expire, and the rest wait.
            if (!open || deadline < batch.At)
            {
                result = deadline is null ? result : result with { Expired = result.Expired + 1 };
                continue;
            }

            result = result with { FinishAt = batch.At, Sent = result.Sent + 1 };
            batch = batch with { Count = batch.Count - 1 };
        }

        return open ? result : result with { FinishAt = null };
    }
}
