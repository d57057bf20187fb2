using UserOps.Domain.Events;
using UserOps.Domain.Orders;
using UserOps.Functions.Tests.Azurite;
using UserOps.Tests.Users;

namespace UserOps.Functions.Tests.Storage;

/// <summary>
/// The client sends again what went unanswered, and so the application meets its own writes as conflicts, sends messages twice and sees calls fail that were carried
/// out. None of it may show in what is known of users.
/// </summary>
public sealed class LostAnswerTests
{
    private const int Families = 6;

    [AzuriteFact]
    public async Task Lost_requests_lost_answers_and_throttling_leave_the_same_users_as_a_quiet_network()
    {
        UserEvent[] events = [.. Enumerable.Range(0, Families).SelectMany(family => AnyOrderTests.Story.Concat(AnyOrderTests.Household).Select(said => Of(family, said)))];
        var expected = await AnyOrderTests.OutcomeAsync(events, chunk: 1);
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var faults = FaultPolicy.OneIn(12, seed);
            var world = await AzureWorld.NewAsync(faults.Disturb);
            await DeliverAsync(world, [.. events, .. events.Where((_, i) => i % 7 == seed % 7)], new Random(seed));

            var failures = await world.DrainAsync(mostFailures: 5_000);

            var copy = await world.CopyAsync();
            Assert.True(expected == AnyOrderTests.Describe(copy), $"seed {seed}: expected\n{expected}\nbut was\n{AnyOrderTests.Describe(copy)}\n{copy.Redirects()}");
            Assert.DoesNotContain(copy.Store.Rows, row => row.Key.Value.StartsWith("x~", StringComparison.Ordinal));
            Assert.All(Enum.GetValues<Fate>(), fate => Assert.True(faults.Met.GetValueOrDefault(fate) >= 5, $"Only {faults.Met.GetValueOrDefault(fate)} requests were {fate}."));
            Assert.True(failures >= 5, $"Only {failures} messages failed.");
        }
    }

    private static int Seeds => Environment.GetEnvironmentVariable("USEROPS_LONG") is null ? 1 : 20;

    // A sender who gets no 2xx sends again.
    private static async Task DeliverAsync(AzureWorld world, UserEvent[] events, Random random)
    {
        random.Shuffle(events);
        for (var sent = 0; sent < events.Length;)
        {
            var some = events.Skip(sent).Take(random.Next(1, 8)).ToArray();
            for (var tries = 1; !await TryAsync(world, some); tries++)
            {
                Assert.True(tries < 100);
            }

            sent += some.Length;
        }
    }

    private static async Task<bool> TryAsync(AzureWorld world, UserEvent[] events)
    {
        try
        {
            await world.AcceptAsync(events);
            return true;
        }
        catch (Exception exception) when (exception is AggregateException or Azure.RequestFailedException)
        {
            return false;
        }
    }

    /// <summary>The same events of other people.</summary>
    private static UserEvent Of(int family, UserEvent said) => said with
    {
        DedupeKey = $"{said.DedupeKey}.{family}",
        PreviousId = Of(family, said.PreviousId),
        Order = said.Order is { } order ? new(new OrderRef(order.Order.Source, $"{order.Order.OrderId}.{family}"), order.Facts) : null,
        Identity = said.Identity with
        {
            UserId = Of(family, said.Identity.UserId),
            AnonymousId = Of(family, said.Identity.AnonymousId),
            Email = Of(family, said.Identity.Email),
            CustomerId = said.Identity.CustomerId is { } customer ? customer with { Id = $"{customer.Id}.{family}" } : null,
        },
    };

    private static string? Of(int family, string? id) => id is null ? null : $"{id}.{family}";
}
