namespace UserOps.Application.Messages.Sending;

/// <summary>What a gateway is told to send: the body of the webhook.</summary>
/// <param name="Id">The operation's, which is the <c>webhook-id</c> too: the same for every attempt.</param>
/// <param name="Address">As the person's trait says it, such as a telephone number.</param>
/// <param name="Message">Row of the message in the ledger: what callbacks may name it by.</param>
public sealed record GatewayMessage(
    Guid Id,
    string Channel,
    string Address,
    string Message,
    string Purpose,
    string Language,
    string? Subject,
    string? Title,
    string? Text,
    string? Html,
    string? Body,
    Uri? Unsubscribe,
    Uri? Preferences);
