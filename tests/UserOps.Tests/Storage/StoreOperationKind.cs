namespace UserOps.Tests.Storage;

public enum StoreOperationKind
{
    Get,
    Query,
    Commit,
}
