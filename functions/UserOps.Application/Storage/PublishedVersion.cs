namespace UserOps.Application.Storage;

/// <summary>A version of a document of <see cref="VersionedRows"/>.</summary>
public sealed record PublishedVersion(int Version, DateTimeOffset PublishedAt);
