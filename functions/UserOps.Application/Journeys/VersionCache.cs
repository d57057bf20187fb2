namespace UserOps.Application.Journeys;

/// <summary>Versions that were read, which never change; the longest kept goes when there are too many.</summary>
internal sealed class VersionCache
{
    /// <summary>At 64 KiB of text each, and a few times that as objects, some tens of megabytes at worst.</summary>
    public const int Capacity = 256;

    private readonly Dictionary<(string, int), JourneyVersion> _versions = [];
    private readonly Queue<(string, int)> _order = [];
    private readonly Lock _lock = new();

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _versions.Count;
            }
        }
    }

    public JourneyVersion? Find(string key, int version)
    {
        lock (_lock)
        {
            return _versions.GetValueOrDefault((key, version));
        }
    }

    public void Add(string key, JourneyVersion version)
    {
        lock (_lock)
        {
            if (!_versions.TryAdd((key, version.Version), version))
            {
                return;
            }

            _order.Enqueue((key, version.Version));
            if (_order.Count > Capacity)
            {
                _versions.Remove(_order.Dequeue());
            }
        }
    }
}
