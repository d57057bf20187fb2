namespace UserOps.Application.Messages.Sending;

/// <summary>How far a message came on its way out.</summary>
public abstract record Passage
{
    private Passage()
    {
    }

    /// <summary>It is skipped, or waits.</summary>
    public sealed record Over(SendResult Result) : Passage;

    /// <summary>It is claimed and has to go out now.</summary>
    public sealed record Through(StoredMessage Claimed, OutgoingMessage Message) : Passage;

    /// <summary>Somebody else wrote meanwhile.</summary>
    /// <param name="Paced">The channel whose pacer has let it through already.</param>
    public sealed record LookAgain(string? Paced) : Passage;
}
