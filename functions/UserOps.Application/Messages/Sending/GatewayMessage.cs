namespace UserOps.Application.Messages.Sending;

/// <summary>What a gateway is told to send: the body of the webhook.</summary>
/// <param name="Id">The operation's, which is the <c>webhook-id</c> too: the same for every attempt.</param>
/// <param name="Address">As the person's trait says it, such as a telephone number.</param>
/// <param name="Message">Row of the message in the ledger.</param>
public sealed record GatewayMessage(
    Guid Id, string Channel, string Address, string Message, string Purpose, string Language, string? Title, string? Text, Uri? Unsubscribe, Uri? Preferences);
