using NodaTime;
using UserOps.Application.Messages.Templates;
using UserOps.Application.Settings;
using UserOps.Domain.Journeys;
using UserOps.Domain.Messages;
using UserOps.Tests.Messages.Sending;
using UserOps.Tests.Messages.Templates;

namespace UserOps.Tests.Journeys.Running;

/// <summary>Four people in four zones, each in a journey that writes every few hours for a year with its changes to summer time and back.</summary>
public sealed class JourneyYearTests
{
    private static readonly string[] Zones = ["Europe/Berlin", "America/New_York", "Asia/Shanghai", "Australia/Lord_Howe"];

    private readonly SpyEmail _email = new();
    private readonly List<(string To, DateTimeOffset At)> _sent = [];

    [Fact]
    public async Task No_message_goes_out_in_quiet_hours_none_beyond_the_caps_and_none_is_lost()
    {
        var trip = new Trip(Settings, _email);
        _email.After = () =>
        {
            _sent.Add((_email.Accepted[^1].Message.To, trip.Now));
            return Task.CompletedTask;
        };
        await PublishTemplateAsync(trip);
        await trip.PublishAsync("""
            {
              "key": "often", "name": "Often", "entry": { "event": "Signed Up" },
              "steps": [ { "id": "pause", "type": "wait", "for": "PT7H" }, { "id": "letter", "type": "send", "channel": "email", "template": "news", "next": "pause" } ]
            }
            """);
        foreach (var zone in Zones)
        {
            var id = Id(zone);
            await trip.World.ApplyAsync(Said.Identify($"i {id}", Said.User(id, email: $"{id}@shop.example"), 0, ("timezone", zone)) with { OccurredAt = trip.Now, ReceivedAt = trip.Now });
            await trip.SayAsync(id, "Signed Up");
        }

        await trip.PassAsync(TimeSpan.FromDays(366));

        foreach (var zone in Zones)
        {
            var there = DateTimeZoneProviders.Tzdb[zone];
            var local = _sent.Where(sent => sent.To == $"{Id(zone)}@shop.example").Select(sent => Instant.FromDateTimeOffset(sent.At).InZone(there)).ToList();
            Assert.All(local, sent => Assert.InRange(sent.TimeOfDay, new LocalTime(9, 0), new LocalTime(20, 59, 59, 999)));
            var days = local.GroupBy(sent => sent.Date).ToDictionary(day => day.Key, day => day.Count());
            Assert.All(days.Values, count => Assert.InRange(count, 1, 2));
            Assert.All(days.Keys, day => Assert.InRange(Enumerable.Range(0, 7).Sum(later => days.GetValueOrDefault(day.PlusDays(later))), 1, 9));

            // The steps that were left are the messages that went out, and the cap of a week is used up in each of the 52.
            var run = await trip.OnlyRunAsync(Id(zone));
            Assert.Equal(RunState.Active, run.State);
            Assert.Equal([new StepTally("letter", "sent", local.Count)], run.Tally.Where(one => one.Step == "letter"));
            Assert.InRange(local.Count, 460, 475);
        }
    }

    private static UserOpsSettings Settings { get; } = new()
    {
        Messaging = new()
        {
            Channels = new Dictionary<string, ChannelRules> { ["email"] = new() { Quiet = new(new(21, 0), new(9, 0)), Cap = new(Day: 2, Week: 9) } },
            Consent = new Dictionary<string, ConsentDefault> { ["marketing"] = ConsentDefault.OptOut },
        },
        Sending = new() { PublicUrl = new("https://shop.example/") },
    };

    private static string Id(string zone) => zone.Split('/')[1].ToLowerInvariant().Replace('_', '-');

    private static async Task PublishTemplateAsync(Trip trip)
    {
        await trip.World.Get<SaveTemplate>().RunAsync("news", Written.Email("<p>News</p> {{links.unsubscribe}}", text: "News {{links.unsubscribe}}", purpose: "marketing"), default);
        Assert.IsType<Publishing.Published>(await trip.World.Get<PublishTemplate>().RunAsync("news", default));
    }
}
