namespace UserOps.Application.Messages.Engagement;

/// <param name="Items">The newest first.</param>
/// <param name="Next">Hand it to <c>after</c> for what follows; null at the end.</param>
public sealed record MessagePage(IReadOnlyList<MessageView> Items, string? Next);
