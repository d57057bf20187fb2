namespace UserOps.Application.Storage;

/// <summary>
/// What every adapter enforces before it writes, so that a test on one adapter holds on all.
/// Source: https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model
/// </summary>
public static class TableLimits
{
    public const int BatchChanges = 100;

    /// <summary>Of the request that carries the batch, where binary values are base64 and rare characters are escaped.</summary>
    public const int BatchBytes = 4 * 1024 * 1024;

    public const int RowBytes = 1024 * 1024;
    public const int RowProperties = 252;
    public const int PropertyBytes = 64 * 1024;
    public const int StringUnits = 32 * 1024;
    public const int PageRows = 1_000;

    /// <exception cref="TableLimitException">A limit does not hold; the message names it and the row's position.</exception>
    public static void Check(IReadOnlyList<Change> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        if (changes.Count is 0 or > BatchChanges)
        {
            throw new TableLimitException($"A batch holds 1 to {BatchChanges} changes, this one {changes.Count}.");
        }

        var keys = new HashSet<TableKey>(changes.Count);
        var batchBytes = 0L;
        for (var i = 0; i < changes.Count; i++)
        {
            if (!keys.Add(changes[i].Key))
            {
                throw new TableLimitException($"Change {i} names a row that an earlier change of the batch names.");
            }

            batchBytes += RequestBytes(changes[i], i);
        }

        if (batchBytes > BatchBytes)
        {
            throw new TableLimitException($"A batch takes at most {BatchBytes} bytes as a request, this one {batchBytes}.");
        }
    }

    /// <returns>What the change takes as a part of a batch's request.</returns>
    private static long RequestBytes(Change change, int index)
    {
        var properties = change switch
        {
            Change.Insert insert => insert.Properties,
            Change.Replace replace => replace.Properties,
            Change.Upsert upsert => upsert.Properties,
            _ => Properties.None,
        };
        if (properties.Count > RowProperties)
        {
            throw new TableLimitException($"A row has at most {RowProperties} properties; change {index} has {properties.Count}.");
        }

        // The service counts two bytes a character for keys and names, four of overhead, and eight a property.
        long bytes = 4 + (2 * change.Key.Value.Length);
        foreach (var property in properties.Items)
        {
            bytes += 8 + (2 * property.Name.Length) + property.Size(index);
        }

        return bytes <= RowBytes
            ? RequestSize.Of(change, properties)
            : throw new TableLimitException($"A row holds at most {RowBytes} bytes; change {index} has {bytes}.");
    }
}
