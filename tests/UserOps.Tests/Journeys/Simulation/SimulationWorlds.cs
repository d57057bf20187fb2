using System.Text;
using System.Text.Json;
using UserOps.Application.Journeys;
using UserOps.Application.Journeys.Shipped;
using UserOps.Application.Journeys.Simulation;
using UserOps.Application.Messages.Templates;
using UserOps.Domain.Events;
using UserOps.Tests.Journeys.Running;

namespace UserOps.Tests.Journeys.Simulation;

/// <summary>Twice the same people: in one world it is stored and nothing is published but what is started, in the other it happens.</summary>
internal static class SimulationWorlds
{
    public static async Task<World> StoredAsync(IEnumerable<UserEvent> events, string journey = SomeMonth.Journey)
    {
        var world = new World(SomeMonth.Settings, new ManualClock(SomeMonth.To));
        await PublishTemplatesAsync(world);
        await world.ApplyEachAsync(events);
        await SaveAsync(world, SomeMonth.Started);
        Assert.IsType<JourneyPublished.Done>(await world.Get<PublishJourney>().RunAsync("birthday", null, default));
        await SaveAsync(world, journey);
        return world;
    }

    public static async Task<World> StoredAsync(IEnumerable<UserEvent> events, Func<World, Task> publish)
    {
        var world = new World(SomeMonth.Settings, new ManualClock(SomeMonth.To));
        await world.ApplyEachAsync(events);
        await publish(world);
        return world;
    }

    /// <summary>Publishes the onboarding that comes with the product, with its messages.</summary>
    public static async Task ShipAsync(World world) =>
        Assert.All((await world.Get<PublishShipped>().RunAsync(["onboarding"], null, default)).Journeys, journey => Assert.Equal(ShippedOutcome.Published, journey.Outcome));

    /// <param name="publish">What is open from the beginning of the month on; null: the month's own.</param>
    public static async Task<Trip> LivedAsync(IEnumerable<UserEvent> events, Func<Trip, Task>? publish = null)
    {
        var trip = new Trip(SomeMonth.Settings, new AcceptingEmail());
        await PublishTemplatesAsync(trip.World);
        var open = false;
        foreach (var said in events)
        {
            if (!open && said.OccurredAt >= SomeMonth.From)
            {
                await trip.PassAsync(SomeMonth.From - trip.Now);
                await (publish ?? OpenAsync)(trip);
                open = true;
            }

            await trip.PassAsync(said.OccurredAt - trip.Now);
            await trip.World.ApplyAsync(said);
            await trip.RunAsync();
        }

        await trip.PassAsync(SomeMonth.To - trip.Now);
        return trip;
    }

    public static async Task SaveAsync(World world, string json)
    {
        var key = JsonDocument.Parse(json).RootElement.GetProperty("key").GetString()!;
        Assert.IsType<JourneySaved.Kept>(await world.Get<SaveJourney>().RunAsync(key, Encoding.UTF8.GetBytes(json), null, default));
    }

    public static async Task<JourneyVersion> TriedAsync(World world, string key = "onboarding", int? version = null)
    {
        var trial = await world.Get<ChooseTrial>().RunAsync(key, version, draft: false, default);
        return trial is Trial.Of of ? of.Version : throw new InvalidOperationException(trial is Trial.Wrong wrong ? string.Join('\n', wrong.Mistakes) : trial.ToString());
    }

    private static async Task OpenAsync(Trip trip)
    {
        // The started journey has an entry of its own, which a simulation of another one leaves shut.
        await trip.PublishAsync(SomeMonth.Started.Replace("""{ "event": "Signed Up" }""", "\"manual\"", StringComparison.Ordinal));
        await trip.PublishAsync(SomeMonth.Journey);
    }

    public static Task PublishTemplatesAsync(World world) => PublishTemplatesAsync(world.Get<SaveTemplate>(), world.Get<PublishTemplate>());

    public static async Task PublishTemplatesAsync(SaveTemplate save, PublishTemplate publish)
    {
        foreach (var (key, content) in SomeMonth.Templates)
        {
            Assert.Empty((await save.RunAsync(key, content, default)).Mistakes);
            Assert.IsType<Publishing.Published>(await publish.RunAsync(key, default));
        }
    }
}
