namespace UserOps.Application.Users;

/// <summary>Where an identifier led.</summary>
/// <param name="Key">The partition that holds the profile, or would.</param>
/// <param name="Holder">What row <c>p</c> there says; null where there is none. Never MovedTo.</param>
/// <param name="ETag">Of that row.</param>
/// <param name="Former">Users the identifier belonged to before.</param>
/// <param name="Draining">Partitions passed on the way whose rows are still being carried over.</param>
public sealed record UserPartition(string Key, Holder? Holder, string? ETag, IReadOnlyList<string> Former, IReadOnlyList<string> Draining);
