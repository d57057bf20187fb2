using UserOps.Application.Storage;

namespace UserOps.Application.Segments.Reviews;

/// <summary>A row of the due index as it was read.</summary>
/// <param name="Attempts">How often it was carried out in vain.</param>
public sealed record DueReview(TableKey Partition, TableKey Key, string UserKey, DateTimeOffset At, int Attempts, string ETag);
