namespace UserOps.Domain;

/// <summary>What is wrong with a document that somebody wrote, and where.</summary>
/// <param name="At">JSON Pointer (RFC 6901) of the spot; empty for the document as a whole.</param>
/// <param name="What">For the person who wrote it: what is wrong and what may stand there.</param>
public sealed record Mistake(string At, string What);
