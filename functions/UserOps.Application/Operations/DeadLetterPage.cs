namespace UserOps.Application.Operations;

/// <param name="Next">Hand it back as <c>from</c> for the next page; null at the end.</param>
public sealed record DeadLetterPage(IReadOnlyList<DeadLetter> Letters, string? Next);
