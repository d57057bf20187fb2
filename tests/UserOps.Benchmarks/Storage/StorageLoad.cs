namespace UserOps.Benchmarks.Storage;

/// <summary>What intake writes for a batch of events, with keys and sizes like the real ones: the same for the bare loop and for the ports.</summary>
internal sealed class StorageLoad
{
    public const int EventsOfBatch = 100;
    private const int Users = 20_000;
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    private readonly Random _random;
    private readonly string[] _users;

    public StorageLoad(int seed)
    {
        _random = new(seed);
        _users = [.. Enumerable.Range(0, Users).Select(_ => $"u~{Key(26)}")];
        Message = Noise(EventsOfBatch * 200);
        Event = Noise(300);
        Profile = Noise(600);
        Facts = Noise(40);
    }

    public byte[] Message { get; }

    public byte[] Event { get; }

    public byte[] Profile { get; }

    public byte[] Facts { get; }

    /// <summary>A batch's events by user: the row-key ends of each user's events.</summary>
    public IReadOnlyList<(string User, string[] Events)> Batch() =>
    [
        .. Enumerable.Range(0, EventsOfBatch)
            .Select(_ => (User: _users[_random.Next(_users.Length)], Event: Key(26)))
            .GroupBy(e => e.User)
            .Select(user => (user.Key, user.Select(e => e.Event).ToArray())),
    ];

    private byte[] Noise(int length)
    {
        var bytes = new byte[length];
        _random.NextBytes(bytes);
        return bytes;
    }

    private string Key(int length) => string.Create(length, _random, (key, random) =>
    {
        for (var i = 0; i < key.Length; i++)
        {
            key[i] = Alphabet[random.Next(Alphabet.Length)];
        }
    });
}
