using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using UserOps.Application.Events;
using UserOps.Application.Journeys.Running;
using UserOps.Application.Journeys.Shipped;
using UserOps.Application.Messages;
using UserOps.Application.Messages.Sending;
using UserOps.Application.Users;
using UserOps.Domain.Events;
using UserOps.Domain.Journeys;
using UserOps.Domain.Orders;
using UserOps.Functions.Journeys;
using UserOps.Functions.Tests.Azurite;
using UserOps.Functions.Tests.Durable;
using UserOps.Functions.Tests.Hosting;
using UserOps.Tests.Messages.Sending;
using static UserOps.Tests.Said;

namespace UserOps.Functions.Tests.Journeys;

/// <summary>The function app as it is put together, on Azurite, from the queue of events to the last mail; only hub, clock and mail provider are the test's.</summary>
public sealed class JourneyFlowTests
{
    private readonly ManualClock _clock = new();
    private readonly SpyEmail _email = new();

    private DateTimeOffset Now => _clock.GetUtcNow();

    [AzuriteFact]
    public async Task A_newcomer_is_welcomed_waited_for_nudged_and_thanked_and_nothing_is_left_over()
    {
        await using var host = await FunctionsHost.StartAsync(
            services => services.AddSingleton<TimeProvider>(_clock).AddSingleton<IEmailSender>(_email), ("Messaging:PublicUrl", "https://shop.example/"));
        var hub = new OrchestrationHost(_clock) { Duration = _ => TimeSpan.Zero }.AddFunctions(typeof(JourneyRunV1).Assembly, host.Services);
        var client = new HostClient(hub);
        var published = await host.Services.GetRequiredService<PublishShipped>().RunAsync([], null, default);
        Assert.Contains(published.Journeys, journey => journey.Key == "onboarding");

        var ann = User("ann", email: "ann@shop.example");
        await SayAsync(Identify("joined", ann, 0, ("firstName", "Ann"), ("language", "en"), ("emailMarketingState", "subscribed")), Track("created", ann, 0, "Customer Created"));
        Assert.Single(_email.Accepted);
        var instance = hub.Instances.Single(one => one.IsAtWork);

        await RunUntilAsync(Now.AddDays(2).AddHours(2));
        Assert.Equal(2, _email.Accepted.Count);
        await RunUntilAsync(Now.AddDays(6));
        Assert.Equal(3, _email.Accepted.Count);

        // Asleep for a week; the order wakes it.
        await RunUntilAsync(Now.AddHours(3));
        var turns = instance.Turns;
        await SayAsync(Order("order", ann, "o1", 0, new OrderFact.Placed { At = Now }, new OrderFact.TotalAsOf { At = Now, Total = new(4_900, "USD") }) with { Name = "Order Completed" });

        Assert.Equal(4, _email.Accepted.Count);
        Assert.True(instance.Turns > turns);
        Assert.All(_email.Accepted, mail => Assert.Equal("ann@shop.example", mail.Message.To));
        Assert.Equal(4, _email.Accepted.Select(mail => mail.Operation).Distinct().Count());
        Assert.Equal(4, _email.Accepted.Select(mail => mail.Message.Subject).Distinct().Count());
        Assert.All(_email.Accepted, mail => Assert.Contains("Ann", mail.Message.PlainText, StringComparison.Ordinal));
        Assert.All(_email.Accepted, mail => Assert.Equal("List-Unsubscribe=One-Click", mail.Message.Headers["List-Unsubscribe-Post"]));

        var user = host.Services.GetRequiredService<UserKeys>().Of(Domain.Users.Identifier.User("ann"));
        var ledger = await host.Services.GetRequiredService<MessageRows>().AllAsync(user, default).ToListAsync();
        Assert.Equal(
            ["nudge Accepted", "tasks Accepted", "thanks Accepted", "welcome Accepted"], ledger.Where(entry => entry.Journey == "onboarding").Select(entry => $"{entry.Step} {entry.State}").Order());
        var run = (await host.Services.GetRequiredService<JourneyRunRows>().OfUserAsync(user, default).ToListAsync()).Single(one => one.Journey == "onboarding");
        Assert.Equal((RunState.Ended, RunEndingKind.Converted), (run.State, run.Ending!.Kind));
        Assert.Equal(RunState.Ended, (await host.Services.GetRequiredService<RunSummaries>().FindAsync("onboarding", run.Id, default))!.State);
        Assert.Equal((run.Id, OrchestrationRuntimeStatus.Completed), (instance.Id, instance.Status));

        // What other journeys the order began ends by and by too, and leaves no alarm.
        await RunUntilAsync(Now.AddDays(120));
        Assert.DoesNotContain(hub.Instances, one => one.IsAtWork);
        Assert.Null(await host.Services.GetRequiredService<RunAlarms>().NextAsync(default));

        async Task SayAsync(params UserEvent[] events)
        {
            await host.Services.GetRequiredService<IAcceptEvents>().RunAsync([.. events.Select(said => said with { OccurredAt = Now, ReceivedAt = Now })], [], default);
            await RunUntilAsync(Now.AddMinutes(1));
        }

        async Task RunUntilAsync(DateTimeOffset instant)
        {
            do
            {
                await host.PumpAsync();
                await host.PumpJourneysAsync(client);
                await hub.RunAsync(instant);
                await host.PumpAsync();
            }
            while (await host.PumpJourneysAsync(client) > 0);
        }
    }
}
