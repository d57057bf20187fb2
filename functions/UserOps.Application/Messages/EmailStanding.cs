namespace UserOps.Application.Messages;

/// <summary>What a provider knows of a message that may have been handed to it.</summary>
public abstract record EmailStanding
{
    private EmailStanding()
    {
    }

    public sealed record Accepted(string ProviderId) : EmailStanding;

    /// <summary>It was accepted and then not sent on; the same operation will not be sent.</summary>
    public sealed record Refused(string Code) : EmailStanding;

    /// <summary>It never arrived and may be sent.</summary>
    public sealed record NotAccepted : EmailStanding;

    /// <param name="AskAgainAfter">Null: it will not be told any more.</param>
    public sealed record CannotTell(TimeSpan? AskAgainAfter) : EmailStanding;
}
