namespace UserOps.Application.Journeys.Simulation;

/// <summary>How many messages of one channel go out in each minute and hour of the clock.</summary>
internal sealed class SendTimes
{
    private readonly Dictionary<long, int> _minutes = [];
    private readonly Dictionary<long, int> _hours = [];

    public BusyTime? BusiestMinute => Busiest(_minutes, TimeSpan.TicksPerMinute);

    public BusyTime? BusiestHour => Busiest(_hours, TimeSpan.TicksPerHour);

    public void Add(DateTimeOffset at)
    {
        Raise(_minutes, at.UtcTicks / TimeSpan.TicksPerMinute);
        Raise(_hours, at.UtcTicks / TimeSpan.TicksPerHour);
    }

    private static void Raise(Dictionary<long, int> counts, long slot) => counts[slot] = counts.GetValueOrDefault(slot) + 1;

    private static BusyTime? Busiest(Dictionary<long, int> counts, long ticks) =>
        counts.Count == 0 ? null
        : counts.OrderByDescending(count => count.Value).ThenBy(count => count.Key).First() is var most ? new(new(most.Key * ticks, TimeSpan.Zero), most.Value)
        : null;
}
