namespace UserOps.Domain.Messages;

public abstract record LineAnswer
{
    private LineAnswer()
    {
    }

    /// <summary>The line as it is afterwards, to be committed first.</summary>
    public required PacerLine Line { get; init; }

    /// <summary>Send, once the line is committed.</summary>
    public sealed record Go : LineAnswer;

    /// <param name="Place">When to come again, with a place of one's own unless it is after the deadline; null: by the limits never.</param>
    public sealed record Wait(DateTimeOffset? Place) : LineAnswer;
}
