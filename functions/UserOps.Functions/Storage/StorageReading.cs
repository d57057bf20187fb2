namespace UserOps.Functions.Storage;

/// <summary>What the settings of the storage account amount to.</summary>
public abstract record StorageReading
{
    private StorageReading()
    {
    }

    public sealed record Usable(StorageConnection Connection) : StorageReading;

    /// <param name="Messages">Each names the key and says what to set, never the value.</param>
    public sealed record Faulty(IReadOnlyList<string> Messages) : StorageReading;
}
