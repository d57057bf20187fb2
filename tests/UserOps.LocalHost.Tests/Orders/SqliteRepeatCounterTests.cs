using UserOps.LocalHost.Orders;

namespace UserOps.LocalHost.Tests.Orders;

public class SqliteRepeatCounterTests
{
    [Fact]
    public void Every_key_is_counted_exactly_however_many_there_are()
    {
        using var counter = new SqliteRepeatCounter();
        var expected = new Dictionary<UInt128, int>();
        var random = new Random(11);
        for (var i = 0; i < 300_000; i++)
        {
            // Keys as far apart as hashes are, each about three times.
            var key = (UInt128)(ulong)random.Next(100_000) * 0x9E3779B97F4A7C15UL << 40;
            expected[key] = expected.GetValueOrDefault(key) + 1;
            Assert.Equal(expected[key], counter.Next(key));
        }
    }
}
