namespace UserOps.Application.Messages.Sending;

/// <param name="Row">Its key in the user's partition.</param>
public sealed record StoredInboxEntry(string Row, InboxEntry Entry, string ETag);
