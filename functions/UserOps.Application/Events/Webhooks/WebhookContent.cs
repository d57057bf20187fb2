namespace UserOps.Application.Events.Webhooks;

/// <summary>What a genuine delivery says.</summary>
internal abstract record WebhookContent
{
    private WebhookContent()
    {
    }

    /// <summary>Answered with 200, even if all of it was refused: it is as the sender has it, and sending it again would not help.</summary>
    public sealed record Mapped(IntakeOutcome Outcome) : WebhookContent;

    /// <summary>Answered with 400 naming the field, and kept.</summary>
    public sealed record Malformed(RejectedEvent Rejected) : WebhookContent;

    /// <summary>To be stored for the privacy work.</summary>
    public sealed record Privacy(PrivacyRequest Request) : WebhookContent;

    /// <summary>Of no use here; answered with 200 so that the sender does not repeat it.</summary>
    public sealed record Ignored(string Why) : WebhookContent;
}
