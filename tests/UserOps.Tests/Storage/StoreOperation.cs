using UserOps.Application.Storage;

namespace UserOps.Tests.Storage;

/// <summary>What a fault hook sees.</summary>
/// <param name="Row">For a read of one row.</param>
/// <param name="Changes">For a commit; else empty.</param>
public sealed record StoreOperation(StoreOperationKind Kind, TableKey Partition, TableKey? Row, IReadOnlyList<Change> Changes);
