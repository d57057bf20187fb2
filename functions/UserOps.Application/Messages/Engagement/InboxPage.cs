namespace UserOps.Application.Messages.Engagement;

/// <param name="Items">The newest first.</param>
/// <param name="Unread">Of the newest 500.</param>
/// <param name="Next">Hand it to <c>after</c> for what follows; null at the end.</param>
public sealed record InboxPage(IReadOnlyList<InboxItem> Items, int Unread, string? Next);
