namespace UserOps.Application.Messages.Sending;

/// <summary>Where a message stands in the ledger.</summary>
/// <param name="UserKey">The user's partition when it was sent; the user may have been merged since.</param>
/// <param name="Row">Key of its row there.</param>
public sealed record SentMessage(string UserKey, string Row);
