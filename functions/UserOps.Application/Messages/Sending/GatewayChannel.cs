using System.Text.Json;
using UserOps.Application.Messages.Webhooks;
using UserOps.Application.Settings;
using UserOps.Domain.Messages;

namespace UserOps.Application.Messages.Sending;

/// <summary>
/// Text messages, push and chats, through a signed webhook of the operator's own. A gateway can't be asked: an answer that got lost stays unknown. One that says clearly that it
/// did not send is called again, with the same <c>webhook-id</c>.
/// </summary>
internal sealed class GatewayChannel(SendWebhook webhook, UserOpsSettings settings) : IChannel
{
    private static readonly TimeSpan UsualPause = TimeSpan.FromMinutes(1);

    public bool Reports => true;

    public bool Carries(string channel) => settings.Sending.Gateways.ContainsKey(channel);

    public async Task<EmailOutcome> SendAsync(OutgoingMessage message, Guid operationId, CancellationToken cancel)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(Body(message, operationId), SendingJson.Compact.GatewayMessage);
        return await webhook.RunAsync(new(settings.Sending.Gateways[message.Channel].Webhook, operationId.ToString(), body), cancel) switch
        {
            WebhookOutcome.Accepted => new EmailOutcome.Accepted(operationId.ToString()),
            WebhookOutcome.Refused { Reason: var reason } => new EmailOutcome.Refused(reason, Permanent: true),
            WebhookOutcome.Later { Reason: "http-429" } later => new EmailOutcome.Throttled(later.After ?? UsualPause),
            WebhookOutcome.Later { Reason: var reason } => NotSent(reason) ? new EmailOutcome.Unreached(reason) : new EmailOutcome.Unknown(reason),
            _ => new EmailOutcome.Unknown("no-outcome"),
        };
    }

    public Task<EmailStanding> AskAsync(string userKey, MessageEntry claimed, CancellationToken cancel) =>
        Task.FromResult<EmailStanding>(new EmailStanding.CannotTell(AskAgainAfter: null));

    /// <summary>Whether the gateway says so itself, or was never connected to. What stands between may have passed the call on (408, 502, 504), and so may one that was cut off.</summary>
    private static bool NotSent(string reason) => reason is "http-425" or "http-500" or "http-503"
        or nameof(HttpRequestError.ConnectionError) or nameof(HttpRequestError.NameResolutionError) or nameof(HttpRequestError.SecureConnectionError);

    private static GatewayMessage Body(OutgoingMessage message, Guid operationId) => new(
        operationId, message.Channel, message.Address, message.Row, message.Purpose, message.Language, message.Parts.Title, message.Parts.Body, message.Unsubscribe, message.Preferences);
}
