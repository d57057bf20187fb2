using Microsoft.AspNetCore.Http;

namespace UserOps.Application.Events.Webhooks;

/// <summary>One delivery as it came in.</summary>
/// <param name="Source">The configured name.</param>
/// <param name="Body">As sent, signatures are over these bytes.</param>
/// <param name="Currency">The workspace's, where the body names none.</param>
internal sealed record WebhookDelivery(
    string Source, IHeaderDictionary Headers, ReadOnlyMemory<byte> Body, string Currency, DateTimeOffset ReceivedAt)
{
    /// <returns>The header's text; empty when there is none.</returns>
    public string Header(string name) => Headers[name].ToString();
}
