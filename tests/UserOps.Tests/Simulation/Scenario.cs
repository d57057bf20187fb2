using UserOps.Domain.Events;

namespace UserOps.Tests.Simulation;

/// <summary>What people do in one simulation, and how it reaches the application: in bursts, late, shuffled and more than once.</summary>
/// <param name="Events">In the order in which they happened, once each.</param>
/// <param name="Calm">From here on nothing goes wrong any more.</param>
/// <param name="Deployment">When another release begins.</param>
internal sealed record Scenario(
    IReadOnlyList<Person> People, IReadOnlyList<UserEvent> Events, IReadOnlyList<Arrival> Arrivals, DateTimeOffset Calm, DateTimeOffset Deployment)
{
    private static readonly TimeSpan Length = TimeSpan.FromDays(4);

    public static Scenario Of(Random random, DateTimeOffset start, int users)
    {
        var people = Person.Some(random, users);

        // Nobody meets anybody when people come evenly over days.
        var bursts = Enumerable.Range(0, 8 + random.Next(30)).Select(_ => start + (Length * random.NextDouble())).ToArray();
        DateTimeOffset Moment() => bursts[random.Next(bursts.Length)] + TimeSpan.FromMilliseconds(random.Next(4_000));

        UserEvent[] events = [.. people.SelectMany(person => new Story(person, random, Moment).Events()).OrderBy(e => e.OccurredAt).ThenBy(e => e.DedupeKey, StringComparer.Ordinal)];
        var deliveries = events.Concat(events.Where(_ => random.Next(4) == 0)).Select(e => (Event: e, At: e.OccurredAt + Lateness(random))).OrderBy(d => d.At).ToList();
        var arrivals = new List<Arrival>();
        for (var i = 0; i < deliveries.Count;)
        {
            var size = Math.Min(1 + random.Next(5), deliveries.Count - i);
            arrivals.Add(new(deliveries[i + size - 1].At, [.. deliveries.GetRange(i, size).Select(d => d.Event)]));
            i += size;
        }

        return new(people, events, arrivals, arrivals[^1].At + TimeSpan.FromDays(1), start + (Length * random.NextDouble()));
    }

    private static TimeSpan Lateness(Random random) => random.Next(6) switch
    {
        0 => TimeSpan.FromMinutes(random.Next(3_000)),
        1 => TimeSpan.FromMinutes(random.Next(10)),
        _ => TimeSpan.FromMilliseconds(random.Next(2_000)),
    };
}
