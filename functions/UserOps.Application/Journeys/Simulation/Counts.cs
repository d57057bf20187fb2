using System.Collections;

namespace UserOps.Application.Journeys.Simulation;

/// <summary>How often, by what.</summary>
internal sealed class Counts<T> : IEnumerable<KeyValuePair<T, int>>
    where T : notnull
{
    private readonly Dictionary<T, int> _counts = [];

    public int Total => _counts.Values.Sum();

    public int Of(T what) => _counts.GetValueOrDefault(what);

    public void Add(T what, int count = 1) => _counts[what] = _counts.GetValueOrDefault(what) + count;

    public IEnumerator<KeyValuePair<T, int>> GetEnumerator() => _counts.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
