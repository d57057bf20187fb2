using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using UserOps.Application;
using UserOps.Application.Events;
using UserOps.Application.Journeys;
using UserOps.Application.Journeys.Simulation;
using UserOps.Application.Messages;
using UserOps.Application.Queues;
using UserOps.Application.Storage;
using UserOps.Application.Users;
using UserOps.Domain.Events;
using UserOps.LocalHost.Storage;

namespace UserOps.Benchmarks.Journeys;

/// <summary>How many people a simulation goes through in a second: a stored month of theirs in SQLite, of whom all, or one in ten, come into a journey of five steps.</summary>
public static class SimulationBenchmark
{
    private const int Worlds = 50;

    private static readonly DateTimeOffset From = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="args">People (else 1,000), events of each (else 20).</param>
    public static async Task<int> RunAsync(string[] args)
    {
        var people = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000;
        var events = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 20;
        using var folder = DataFolder.Open(Directory.CreateTempSubdirectory("userops-simulation-").FullName);
        using var database = LocalDatabase.Open(folder);
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddUserOps(new())
            .AddSingleton<ITableStore>(new SqliteTableStore(database))
            .AddSingleton<IMessageQueue, DiscardingQueue>()
            .AddSingleton<IRunDriver, ScratchDriver>()
            .AddSingleton<IEmailSender, NoEmail>()
            .AddSingleton(new UserKeys(new byte[UserKeys.IdentityKeyBytes]))
            .AddSingleton(TimeProvider.System)
            .BuildServiceProvider();
        await services.GetRequiredService<IApplyEvents>().RunAsync([.. Enumerable.Range(0, people).SelectMany(person => Enumerable.Range(0, events).Select(i => Of(person, i)))], default);

        foreach (var (said, name) in ((string, string)[])[("everybody comes in", "Signed Up"), ("one in ten comes in", "Signed Up Tenth")])
        {
            var tried = Tried(services, name);
            await RunAsync(services, tried, 50);
            var watch = Stopwatch.StartNew();
            var figures = await RunAsync(services, tried, people);
            Console.WriteLine(FormattableString.Invariant(
                $"{said}: {figures.LookedAt} people, {figures.Runs} runs, {watch.Elapsed.TotalSeconds:0.0} s, {figures.LookedAt / watch.Elapsed.TotalSeconds:N0} people/s on {Environment.ProcessorCount} processors"));
        }

        var lone = Tried(services, "Nothing");
        var alone = Stopwatch.StartNew();
        for (var i = 0; i < Worlds; i++)
        {
            await services.GetRequiredService<SimulateJourney>().RunAsync(lone, new(From, From, From), new PersonPast("u~nobody", None(), None()), default);
        }

        Console.WriteLine(FormattableString.Invariant($"a world of one's own: {alone.Elapsed.TotalMilliseconds / Worlds:0.0} ms, once for each processor"));
        return 0;
    }

    private static IAsyncEnumerable<IncomingEvent> None() => AsyncEnumerable.Empty<IncomingEvent>();

    private static Task<SimulationFigures> RunAsync(ServiceProvider services, JourneyVersion tried, int people) =>
        services.GetRequiredService<SimulateJourney>().RunAsync(tried, new(From, From.AddDays(31), From.AddDays(31)), new PeopleWanted(people, 100, TimeSpan.FromMinutes(30)), default);

    private static JourneyVersion Tried(ServiceProvider services, string door)
    {
        var json = $$"""
            {
              "key": "tried", "name": "Tried", "entry": { "event": "{{door}}" },
              "steps": [
                { "id": "new", "type": "tag", "add": ["newcomer"] },
                { "id": "mail", "type": "send", "channel": "inbox", "template": "none", "purpose": "transactional" },
                { "id": "pause", "type": "wait", "for": "P2D" },
                { "id": "order", "type": "waitForEvent", "event": "Order Completed", "timeout": "P5D", "onTimeout": "late" },
                { "id": "late", "type": "tag", "add": ["late"] }
              ]
            }
            """;
        var reading = Domain.Journeys.JourneyReader.Read(Encoding.UTF8.GetBytes(json), services.GetRequiredService<Domain.Journeys.ConditionForm>().Read);
        return new(1, From, ((Domain.Journeys.JourneyReading.Of)reading).Journey);
    }

    private static UserEvent Of(int person, int i)
    {
        var at = From.AddMinutes((person % 1_000) + (i * 31.0 * 1_440 / 25));
        return new()
        {
            Source = "benchmark",
            DedupeKey = $"{person}-{i}",
            ContentHash = 0,
            Type = EventType.Track,
            Name = i switch { 3 => "Signed Up", 4 when person % 10 == 0 => "Signed Up Tenth", 9 => "Order Completed", _ => "Product Viewed" },
            OccurredAt = at,
            ReceivedAt = at,
            Identity = new() { UserId = $"user-{person}", Trusted = true },
            Properties = JsonSerializer.SerializeToElement(new { product_id = "p-1", sku = "SKU-1", name = "Cream cupid hearts coat hanger", price = 4.25 }),
        };
    }
}
