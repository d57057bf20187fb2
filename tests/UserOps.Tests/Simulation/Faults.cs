namespace UserOps.Tests.Simulation;

/// <summary>What goes wrong, by the seed's choice, until the last phase of a run, in which nothing does.</summary>
internal sealed class Faults(Random random, FaultRates rates)
{
    private const int Whole = 10_000;

    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(40), TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(9), TimeSpan.FromMinutes(45)];

    private static readonly TimeSpan[] Jumps = [TimeSpan.FromMinutes(6), TimeSpan.FromMinutes(70), TimeSpan.FromHours(9), TimeSpan.FromDays(1), TimeSpan.FromDays(3)];

    public FaultRates Rates { get; private set; } = rates;

    /// <summary>By kind, so that a test can tell that each kind happened.</summary>
    public SortedDictionary<string, int> Counts { get; } = new(StringComparer.Ordinal);

    public void Stop() => Rates = FaultRates.None;

    public bool Happens(int rate, string kind)
    {
        // No draw where nothing can happen, so that the last phase is fast; the choice depends on the seed alone either way.
        if (rate == 0 || random.Next(Whole) >= rate)
        {
            return false;
        }

        Counts[kind] = Counts.GetValueOrDefault(kind) + 1;
        return true;
    }

    public TimeSpan Pause() => Pauses[random.Next(Pauses.Length)];

    public TimeSpan Jump() => Jumps[random.Next(Jumps.Length)] + TimeSpan.FromSeconds(random.Next(600));

    public TimeSpan Between(TimeSpan least, TimeSpan most) => least + TimeSpan.FromTicks(random.NextInt64((most - least).Ticks + 1));
}
