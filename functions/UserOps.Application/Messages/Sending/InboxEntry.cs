namespace UserOps.Application.Messages.Sending;

/// <summary>A message in a person's own inbox, which their application shows.</summary>
public sealed record InboxEntry
{
    /// <summary>The operation's; one message of a run has one for good.</summary>
    public required Guid Id { get; init; }

    /// <summary>Row of the message in the ledger.</summary>
    public required string Message { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Purpose { get; init; }

    public required string Language { get; init; }

    public string? Title { get; init; }

    public required string Body { get; init; }

    /// <summary>Where to change what one gets; null: links are not set up.</summary>
    public Uri? Preferences { get; init; }

    public DateTimeOffset? ReadAt { get; init; }
}
