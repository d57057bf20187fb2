using System.Buffers.Binary;
using UserOps.LocalHost.Orders;

namespace UserOps.LocalHost.Tests.Orders;

public class SqliteRowSorterTests
{
    [Fact]
    public void Rows_come_by_key_and_equal_keys_in_the_order_they_were_added()
    {
        using var sorter = new SqliteRowSorter();
        var random = new Random(11);
        var added = new List<(uint Key, int Row)>();
        Span<byte> key = stackalloc byte[4];
        Span<byte> row = stackalloc byte[200];
        for (var i = 0; i < 200_000; i++)
        {
            var number = (uint)random.Next(60_000) * 71_000;
            BinaryPrimitives.WriteUInt32BigEndian(key, number);
            BinaryPrimitives.WriteInt32BigEndian(row, i);
            sorter.Add(key, row);
            added.Add((number, i));
        }

        Assert.Equal(added.OrderBy(a => a.Key).Select(a => a.Row), sorter.InOrder().Select(r => BinaryPrimitives.ReadInt32BigEndian(r)));
    }
}
