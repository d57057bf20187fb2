namespace UserOps.Application.Operations;

/// <param name="Replayed">How many were enqueued again.</param>
/// <param name="More">Whether others that old are left.</param>
/// <param name="Before">
/// Hand it back as <c>before</c> to replay the rest: a message that fails again meanwhile was enqueued later, and so is not met a second time.
/// </param>
public sealed record ReplayedLetters(int Replayed, bool More, DateTimeOffset Before);
