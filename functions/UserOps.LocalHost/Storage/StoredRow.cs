namespace UserOps.LocalHost.Storage;

/// <summary>What the writer finds or leaves under a key.</summary>
/// <param name="ETag">Null: there is no such row.</param>
/// <param name="BodyId">0: the body, if any, stands beside the key.</param>
internal readonly record struct StoredRow(long? ETag, long BodyId);
