using System.Runtime.InteropServices;

namespace UserOps.Application.Orders.Import;

/// <summary>Exact counts: the first keys in memory, so that a small file needs no disk, the others wherever <paramref name="overflow"/> puts them.</summary>
public sealed class RepeatCounter(Func<ICountRepeats> overflow, int inMemory = 100_000) : ICountRepeats
{
    private readonly Dictionary<UInt128, int> _counts = [];
    private ICountRepeats? _others;

    public int Next(UInt128 key)
    {
        if (_counts.Count < inMemory)
        {
            return ++CollectionsMarshal.GetValueRefOrAddDefault(_counts, key, out _);
        }

        ref var count = ref CollectionsMarshal.GetValueRefOrNullRef(_counts, key);
        return System.Runtime.CompilerServices.Unsafe.IsNullRef(ref count) ? (_others ??= overflow()).Next(key) : ++count;
    }

    public void Dispose() => _others?.Dispose();
}
