namespace UserOps.Application.Users.Search;

/// <param name="Next">Hand it back as <c>from</c> for the next page, which this one may have left for later although it is not full; null at the end.</param>
public sealed record FoundUsers(IReadOnlyList<FoundUser> Users, string? Next);
