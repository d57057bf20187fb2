using UserOps.Application.Orders.Import;

namespace UserOps.Tests.Orders.Import;

internal sealed class CountInMemory : ICountRepeats
{
    private readonly Dictionary<UInt128, int> _counts = [];

    public int Next(UInt128 key) => _counts[key] = _counts.GetValueOrDefault(key) + 1;

    public void Dispose() => _counts.Clear();
}
