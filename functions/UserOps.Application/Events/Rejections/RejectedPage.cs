namespace UserOps.Application.Events.Rejections;

/// <param name="Next">To be sent as <c>from</c> for the next page; null at the end.</param>
public sealed record RejectedPage(DateOnly Day, IReadOnlyList<KeptRejection> Rejected, string? Next);
