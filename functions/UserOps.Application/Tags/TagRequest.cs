namespace UserOps.Application.Tags;

/// <summary>Body of <c>POST /api/users/{id}/tags</c>.</summary>
internal sealed record TagRequest(IReadOnlyList<string?>? Add, IReadOnlyList<string?>? Remove);
