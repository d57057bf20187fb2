namespace UserOps.Functions.Messages;

/// <param name="Sender">A bare address of a domain that is linked to the account.</param>
/// <param name="ReplyTo">Null: replies go to the sender.</param>
public sealed record EmailSettings(EmailAccount Account, string Sender, string? ReplyTo = null);
