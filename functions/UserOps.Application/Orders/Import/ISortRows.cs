namespace UserOps.Application.Orders.Import;

/// <summary>Puts any number of rows in order, in memory that does not grow with them. For one import; not safe for several threads.</summary>
public interface ISortRows : IDisposable
{
    void Add(ReadOnlySpan<byte> key, ReadOnlySpan<byte> row);

    /// <summary>Rows by key, byte by byte; those of equal keys in the order they were added. Nothing can be added afterwards.</summary>
    IEnumerable<byte[]> InOrder();
}
