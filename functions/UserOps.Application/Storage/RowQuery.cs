namespace UserOps.Application.Storage;

/// <summary>Rows of one partition with From ≤ key &lt; To.</summary>
/// <param name="From">Inclusive; null: from the first.</param>
/// <param name="To">Exclusive; null: to the last.</param>
/// <param name="PageSize">1 to 1,000.</param>
public sealed record RowQuery(TableKey Partition, TableKey? From = null, TableKey? To = null, int PageSize = 1_000)
{
    /// <summary>All rows whose key starts with <paramref name="prefix"/>.</summary>
    public static RowQuery Prefix(TableKey partition, string prefix, int pageSize = 1_000) =>
        new(partition, prefix, EndOf(prefix), pageSize);

    /// <summary>A key after all that start with <paramref name="prefix"/>: '~' is the highest character a key can hold.</summary>
    public static TableKey EndOf(string prefix)
    {
        ArgumentException.ThrowIfNullOrEmpty(prefix);
        return prefix + new string('~', 256 - prefix.Length);
    }
}
