using UserOps.Domain.Messages;

namespace UserOps.Application.Messages.Sending;

/// <param name="Row">Its key in the user's partition; what signed links name it by.</param>
public sealed record StoredMessage(string Row, MessageEntry Entry, string ETag);
