using UserOps.Domain.Messages;

namespace UserOps.Application.Messages.Sending;

/// <summary>How a send step went. Whatever it says is in the ledger already.</summary>
public abstract record SendResult
{
    private SendResult()
    {
    }

    /// <summary>The step is done, now or by an earlier call.</summary>
    /// <param name="Reason">Why it was skipped or refused; null otherwise.</param>
    public sealed record Done(MessageState State, string? Channel, string? Reason) : SendResult;

    /// <summary>Ask again then.</summary>
    /// <param name="Because"><c>quiet-hours</c>, <c>capped</c>, <c>pace</c>, <c>provider</c>.</param>
    public sealed record Later(DateTimeOffset Instant, string Because) : SendResult;
}
