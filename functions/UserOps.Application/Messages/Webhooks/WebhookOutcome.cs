namespace UserOps.Application.Messages.Webhooks;

/// <summary>How a call ended. Reasons hold nothing of the call's or the answer's content.</summary>
public abstract record WebhookOutcome
{
    private WebhookOutcome()
    {
    }

    /// <summary>2xx.</summary>
    public sealed record Accepted(int Status) : WebhookOutcome;

    /// <summary>Calling the same again ends the same.</summary>
    /// <param name="Reason"><c>http-404</c>, <c>not-configured</c>, <c>private-address</c>, <c>too-large</c>.</param>
    public sealed record Refused(string Reason) : WebhookOutcome;

    /// <summary>To be called again, with the same id: the receiver may have it already.</summary>
    /// <param name="After">As the receiver asks; null: it did not say.</param>
    public sealed record Later(string Reason, TimeSpan? After) : WebhookOutcome;
}
