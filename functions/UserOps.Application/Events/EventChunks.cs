namespace UserOps.Application.Events;

/// <summary>Cuts a user's events into pieces that one atomic batch holds with room to spare.</summary>
public static class EventChunks
{
    public const int MaxEvents = 24;

    /// <summary>
    /// A batch is limited as base64 (<see cref="Storage.TableLimits.BatchBytes"/>), an order's facts are stored once in the event and once in the order, and the profile
    /// goes with every chunk.
    /// </summary>
    public const int MaxBytes = 1024 * 1024;

    public static IEnumerable<IReadOnlyList<IncomingEvent>> Of(IEnumerable<IncomingEvent> events)
    {
        var chunk = new List<IncomingEvent>(MaxEvents);
        var bytes = 0;
        foreach (var said in events)
        {
            if (chunk.Count == MaxEvents || (chunk.Count > 0 && bytes + said.Json.Length > MaxBytes))
            {
                yield return chunk;
                chunk = new(MaxEvents);
                bytes = 0;
            }

            chunk.Add(said);
            bytes += said.Json.Length;
        }

        if (chunk.Count > 0)
        {
            yield return chunk;
        }
    }
}
