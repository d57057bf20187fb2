using NodaTime;
using UserOps.Domain.Messages;
using static UserOps.Tests.Messages.Gating;

namespace UserOps.Tests.Messages;

/// <summary>A year of one person's messages, one wanted every 37 minutes, each asked about again when the gate says so, all in the order of time.</summary>
public sealed class GateYearTests
{
    private const int Minutes = 37;

    /// <summary>One of each kind: over night, over the jumps, and all day but half an hour.</summary>
    private static readonly string[] FewWindows = ["21:00-09:00", "01:30-02:30", "03:00-02:30"];

    public static TheoryData<string, string> EveryWindow => Of(Zones.Windows);

    public static TheoryData<string, string> SomeWindows => Of(FewWindows);

    [Theory]
    [MemberData(nameof(EveryWindow))]
    public void No_message_goes_out_in_quiet_hours_and_none_is_lost(string zone, string window)
    {
        var year = new Year(Zones.Of(zone), window, Rules with { Channels = Channels(window, Cap.None) });
        var all = year.Run(null);

        Assert.Equal(all, year.Sent.Count);
        Assert.Empty(year.Skipped);
        Assert.InRange(year.MostSteps, 1, 2);
    }

    [Theory]
    [MemberData(nameof(SomeWindows))]
    public void No_day_and_no_seven_days_hold_more_than_the_caps_and_all_room_is_used(string zone, string window)
    {
        var year = new Year(Zones.Of(zone), window, Rules with { Channels = Channels(window, new(Day: 2, Week: 8)), Cap = new(Day: 3, Week: 10) });
        var all = year.Run(TimeSpan.FromDays(2));

        Assert.Equal(all, year.Sent.Count + year.Skipped.Count);
        Assert.All(year.Skipped, reason => Assert.True(reason is GateReason.Capped or GateReason.TooLate));
        Assert.InRange(year.MostSteps, 1, 8);
        AssertCaps(year.Sent, 3, 10);
        AssertCaps([.. year.Sent.Where(sent => sent.Channel == "email")], 2, 8);
        AssertCaps([.. year.Sent.Where(sent => sent.Channel == "sms")], 2, 8);
        // Somebody always waits, so that each week of the 52 is filled, but for the end of the year.
        Assert.InRange(year.Sent.Count, 510, 530);
    }

    [Fact]
    public void A_traveller_whose_calendar_goes_back_gets_no_more_for_it()
    {
        var rules = Rules with { Cap = new(Day: 1, Week: 5) };
        var (facts, sent) = (Facts, new List<DateTimeOffset>());
        for (var at = Zones.Start; at < Zones.Start.AddDays(60); at = at.AddHours(1))
        {
            facts = facts with { Zone = Zones.Of(at.Hour % 2 == 0 ? "Pacific/Auckland" : "Pacific/Honolulu") };
            if (MessageGate.Decide(Request, facts, rules, at) is GateDecision.Now now)
            {
                facts = facts with { Sent = MessageGate.Count(Request, now.Channel, facts, at) };
                sent.Add(at);
            }
        }

        Assert.All(sent.Zip(sent.Skip(5)), pair => Assert.True(pair.Second - pair.First > TimeSpan.FromDays(6)));
        Assert.InRange(sent.Count, 30, 45);
    }

    private static TheoryData<string, string> Of(string[] windows)
    {
        var data = new TheoryData<string, string>();
        foreach (var zone in Zones.Ids)
        {
            foreach (var window in windows)
            {
                data.Add(zone, window);
            }
        }

        return data;
    }

    private static Dictionary<string, ChannelRules> Channels(string window, Cap cap) =>
        Rules.Channels.ToDictionary(pair => pair.Key, pair => pair.Value with { Quiet = Zones.Window(window), Cap = cap });

    private static void AssertCaps(IReadOnlyList<(LocalDate Day, string Channel)> sent, int day, int week)
    {
        var counts = sent.GroupBy(one => one.Day).ToDictionary(group => group.Key, group => group.Count());
        Assert.All(counts.Values, count => Assert.InRange(count, 1, day));
        Assert.All(counts.Keys, last => Assert.InRange(Enumerable.Range(0, 7).Sum(back => counts.GetValueOrDefault(last.PlusDays(-back))), 1, week));
    }

    private sealed class Year(DateTimeZone zone, string window, MessagingRules rules)
    {
        private GateFacts _facts = Facts with { Zone = zone };

        public List<(LocalDate Day, string Channel)> Sent { get; } = [];

        public List<GateReason> Skipped { get; } = [];

        public int MostSteps { get; private set; }

        /// <returns>How many were wanted.</returns>
        public int Run(TimeSpan? patience)
        {
            var waiting = new PriorityQueue<(GateRequest Request, int Steps), DateTimeOffset>();
            var wanted = 0;
            for (var at = Zones.Start; at < Zones.End; at = at.AddMinutes(Minutes), wanted++)
            {
                var channels = wanted % 2 == 0 ? new[] { "email", "sms" } : ["sms", "email"];
                waiting.Enqueue((Request with { RunId = $"run-{wanted}", Channels = channels, Deadline = at + patience }, 1), at);
            }

            while (waiting.TryDequeue(out var asked, out var now))
            {
                Follow(asked.Request, asked.Steps, now, waiting);
            }

            return wanted;
        }

        private void Follow(GateRequest request, int steps, DateTimeOffset now, PriorityQueue<(GateRequest Request, int Steps), DateTimeOffset> waiting)
        {
            MostSteps = Math.Max(MostSteps, steps);
            switch (MessageGate.Decide(request, _facts, rules, now))
            {
                case GateDecision.Now sent:
                    Assert.False(Zones.IsQuiet(window, now, zone));
                    Assert.False(now > request.Deadline);
                    _facts = _facts with { Sent = MessageGate.Count(request, sent.Channel, _facts, now) };
                    Sent.Add((Zones.DayOf(now, zone), sent.Channel));
                    break;
                case GateDecision.At at:
                    Assert.True(at.Instant > now);
                    Assert.False(at.Instant > request.Deadline);
                    Assert.False(Zones.IsQuiet(window, at.Instant, zone));
                    waiting.Enqueue((request, steps + 1), at.Instant);
                    break;
                case GateDecision.Skip skip:
                    Skipped.Add(skip.Reason);
                    break;
            }
        }
    }
}
