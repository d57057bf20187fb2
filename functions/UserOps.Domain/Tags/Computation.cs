using NodaTime;
using UserOps.Domain.Segments;

namespace UserOps.Domain.Tags;

/// <summary>A value that comes from the events of one name in a window that moves with time. Without any such event there is none, and nobody has the tag.</summary>
/// <param name="Event">The name, exactly as it is sent.</param>
/// <param name="Property">Of the event; null: they are counted.</param>
/// <param name="Within">Counted back from now.</param>
public sealed record Computation(ComputationKind Of, string Event, string? Property, Period Within)
{
    /// <summary>Asks about the same events: whoever does not fulfil it has no value.</summary>
    public Condition Asked => new Condition.Happened(Event, Times.Once, Within, null);
}
