namespace UserOps.Application.Segments.Members;

/// <param name="Next">Hand it back as <c>from</c> for the next page; null at the end.</param>
public sealed record MemberPage(IReadOnlyList<MemberView> Members, string? Next);
