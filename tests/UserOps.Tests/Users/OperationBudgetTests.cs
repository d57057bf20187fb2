using UserOps.Domain.Events;
using static UserOps.Tests.Said;

namespace UserOps.Tests.Users;

/// <summary>Every table operation is paid for in Azure, so what an event may cost is a promise.</summary>
public sealed class OperationBudgetTests
{
    public static TheoryData<string, int> Budgets => new()
    {
        { "page view", 2 },
        { "first page view of a week", 5 },
        { "complaint", 5 },
        { "trait", 2 },
        { "repeated page view", 6 },
        { "new order", 8 },
        { "refund of a known order", 6 },
    };

    [Theory]
    [MemberData(nameof(Budgets))]
    public async Task An_event_of_a_known_user_costs_no_more_table_operations_than_promised(string what, int most)
    {
        var world = new World();
        await world.ApplyEachAsync(
            [Track("seen", User("ann")), Identify("known", User("ann"), 1, ("city", "Ulm")), Order("bought", User("ann"), "o1", 2, Placed(2), Total(2, 900))]);
        var before = Operations(world);
        await world.ApplyAsync(Event(what));

        Assert.InRange(Operations(world) - before, 1, most);
    }

    private static UserEvent Event(string what) => what switch
    {
        "page view" => Track("view", User("ann"), 3),
        "first page view of a week" => Track("view", User("ann"), 4),
        "complaint" => Track("complaint", User("ann"), 3, "Complaint Filed"),
        "trait" => Identify("moved", User("ann"), 3, ("city", "Köln")),
        "repeated page view" => Track("seen", User("ann")),
        "new order" => Order("again", User("ann"), "o2", 3, Placed(3), Total(3, 500)),
        _ => Order("back", User("ann"), "o1", 4, Refunded("r1", 4, 100)),
    };

    private static long Operations(World world) => world.Store.Counts.Gets + world.Store.Counts.Queries + world.Store.Counts.Commits;
}
