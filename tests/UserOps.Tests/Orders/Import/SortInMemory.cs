using UserOps.Application.Orders.Import;

namespace UserOps.Tests.Orders.Import;

internal sealed class SortInMemory : ISortRows
{
    private readonly List<(string Key, byte[] Row)> _rows = [];

    public void Add(ReadOnlySpan<byte> key, ReadOnlySpan<byte> row) => _rows.Add((Convert.ToHexString(key), row.ToArray()));

    public IEnumerable<byte[]> InOrder() => _rows.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => r.Row);

    public void Dispose() => _rows.Clear();
}
