using System.Globalization;
using Azure.Core;
using UserOps.Application.Journeys;
using UserOps.Domain.Events;
using UserOps.Functions.Tests.Azurite;
using Xunit.Abstractions;
using static UserOps.Tests.Said;

namespace UserOps.Functions.Tests.Events;

/// <summary>What one event in a message of its own asks of the table service, counted where requests leave the client.</summary>
public sealed class EventCostTests(ITestOutputHelper output)
{
    [AzuriteFact]
    public async Task An_event_costs_no_more_table_operations_than_promised()
    {
        var requests = new CountingPolicy();
        // The clock stands still, so that what is published is read once, by the first event, and then where the test says so.
        var clock = new ManualClock();
        var world = await AzureWorld.NewAsync(options => options.AddPolicy(requests, HttpPipelinePosition.PerRetry), clock: clock);
        await world.ApplyAsync(Track("seen", User("ann")));
        await world.ApplyAsync(Identify("known", User("ann"), 1, ("city", "Ulm")));
        await world.ApplyAsync(Order("bought", User("ann"), "o1", 2, Placed(2), Total(2, 900)));
        output.WriteLine("event                                     at most  reads  writes  batches  operations");
        foreach (var (what, said, most) in Events())
        {
            Assert.InRange(await CostAsync(what, said, most), 1, most);
        }

        clock.Advance(JourneyDoors.Freshness);
        var first = await CostAsync("… and what is published", Track("after", User("ann"), 3), 4);
        Assert.Equal(2, first - await CostAsync("page view right after", Track("right after", User("ann"), 3), 2));

        async Task<int> CostAsync(string what, UserEvent said, int most)
        {
            requests.Reset();
            await world.ApplyAsync(said);
            var counts = requests.Counts;
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{what,-42}{most,7}{counts.Reads + counts.Queries,7}{counts.Writes,8}{counts.Batches,9}{counts.OfTables,12}"));
            return counts.OfTables;
        }
    }

    private static IEnumerable<(string What, UserEvent Said, int Most)> Events() =>
    [
        ("page view of a known user", Track("view", User("ann"), 3), 2),
        ("trait of a known user", Identify("moved", User("ann"), 3, ("city", "Köln")), 2),
        ("first page view of a user", Track("new", User("ben"), 3), 5),
        ("first page view in a week", Track("week", User("ann"), 7), 5),
        ("complaint of a known user", Track("complaint", User("ann"), 7, "Complaint Filed"), 5),
        ("new order of a known user", Order("again", User("ann"), "o2", 3, Placed(3), Total(3, 500)), 8),
        ("payment of a known order", Order("paid", User("ann"), "o2", 3.1, new Domain.Orders.OrderFact.Paid { At = Start.AddDays(3.1) }), 8),
        ("refund of a known order", Order("back", User("ann"), "o1", 4, Refunded("r1", 4, 100)), 8),
        ("page view that came before", Track("view", User("ann"), 3), 8),
    ];
}
