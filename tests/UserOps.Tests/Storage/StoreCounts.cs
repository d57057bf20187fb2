namespace UserOps.Tests.Storage;

/// <summary>How often a store was asked, since it was made.</summary>
/// <param name="Commits">Batches that were written.</param>
/// <param name="Conflicts">Batches that were not.</param>
/// <param name="Written">Rows inserted, replaced or upserted.</param>
/// <param name="Deleted">Rows deleted.</param>
public sealed record StoreCounts(long Gets = 0, long Queries = 0, long Commits = 0, long Conflicts = 0, long Written = 0, long Deleted = 0);
