namespace UserOps.Application.Tags;

/// <param name="Next">For <c>from</c>; null: this is the last page.</param>
public sealed record TagPage(IReadOnlyList<ListedTagView> Tags, string? Next);
