using UserOps.Domain.Segments;

namespace UserOps.Domain.Journeys;

/// <summary>How people come into a journey.</summary>
public abstract record Entry
{
    private Entry()
    {
    }

    /// <param name="Where">About the event; null: every such event.</param>
    public sealed record OnEvent(string Event, Condition? Where) : Entry;

    /// <summary>By passing from one segment or stage to another.</summary>
    /// <param name="Map">A segment map or <c>stage</c>; null: a segment of the marketer's own.</param>
    /// <param name="Leaving">By leaving the segment, not by entering it.</param>
    public sealed record OnPassage(string? Map, string Segment, bool Leaving) : Entry;

    /// <summary>Only when somebody starts it, by hand or over the API.</summary>
    public sealed record ByHand : Entry;
}
