namespace UserOps.Application.Messages.Webhooks;

/// <summary>Calls configured webhooks, one attempt each.</summary>
public interface ICallWebhooks
{
    Task<WebhookOutcome> RunAsync(WebhookCall call, CancellationToken cancel);
}
