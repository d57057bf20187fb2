namespace UserOps.Functions.Storage;

public static class StorageConnection
{
    public const string Name = "UserOpsStorage";
}
