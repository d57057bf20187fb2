namespace UserOps.Application.Messages;

/// <summary>How an attempt to send ended. Codes and reasons hold no personal data: they may be logged and kept.</summary>
public abstract record EmailOutcome
{
    private EmailOutcome()
    {
    }

    /// <summary>The provider has the message. Whether it is delivered is told by reports that name the id.</summary>
    public sealed record Accepted(string ProviderId) : EmailOutcome;

    /// <summary>Not sent.</summary>
    /// <param name="Code">One of <see cref="EmailLimits"/>, or the provider's.</param>
    /// <param name="Permanent">Sending the same once more ends the same.</param>
    public sealed record Refused(string Code, bool Permanent) : EmailOutcome;

    /// <summary>Not sent: the provider takes no message from anybody here before so much time has passed.</summary>
    public sealed record Throttled(TimeSpan RetryAfter) : EmailOutcome;

    /// <summary>Not sent: the provider was not reached; try again later.</summary>
    public sealed record Unreached(string Reason) : EmailOutcome;

    /// <summary>The answer was lost or made no sense: the message may have been accepted. Never send it again before asking.</summary>
    public sealed record Unknown(string Reason) : EmailOutcome;
}
