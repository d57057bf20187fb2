namespace UserOps.Application.Users;

/// <param name="Items">Ascending by the instant they happened.</param>
/// <param name="Next">Hand it to <c>after</c> for what follows; null at the end.</param>
public sealed record Timeline(IReadOnlyList<TimelineItem> Items, string? Next);
