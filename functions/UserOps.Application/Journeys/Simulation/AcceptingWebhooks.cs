using UserOps.Application.Messages.Webhooks;
using UserOps.Application.Settings;

namespace UserOps.Application.Journeys.Simulation;

/// <summary>Calls nobody; every configured webhook takes what it could be called with.</summary>
internal sealed class AcceptingWebhooks(UserOpsSettings settings) : ICallWebhooks
{
    private const int Ok = 200;

    public Task<WebhookOutcome> RunAsync(WebhookCall call, CancellationToken cancel) => Task.FromResult<WebhookOutcome>(
        !settings.Webhooks.ContainsKey(call.Endpoint) ? new WebhookOutcome.Refused("not-configured")
        : call.Body.Length > SendWebhook.MostBytes ? new WebhookOutcome.Refused("too-large")
        : new WebhookOutcome.Accepted(Ok));
}
