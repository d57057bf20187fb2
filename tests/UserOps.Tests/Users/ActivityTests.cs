using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using UserOps.Application.Events;
using UserOps.Application.Scoring;
using UserOps.Domain;
using UserOps.Domain.Scoring;
using UserOps.Domain.Users;
using static UserOps.Tests.Said;

namespace UserOps.Tests.Users;

public sealed class ActivityTests
{
    private static readonly Arbitrary<int[]> SomeDays = Gen.Choose(20_000, 20_400).NonEmptyListOf().Select(days => days.ToArray()).ToArbitrary();

    [Fact]
    public void Days_are_the_same_in_any_order_and_however_often_they_come() =>
        Prop.ForAll(SomeDays, Gen.Choose(0, int.MaxValue).ToArbitrary(), (days, seed) =>
        {
            int[] again = [.. days, .. days.Take(seed % days.Length)];
            new Random(seed).Shuffle(again);
            return Of(days).Equals(Of(again)) && VisitDays.FromBytes(Of(days).ToBytes()).Equals(Of(days));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Weeks_agree_with_a_plain_count() =>
        Prop.ForAll(SomeDays, Gen.Choose(-60, 60).ToArbitrary(), (days, later) =>
        {
            var (weeks, latest) = (Of(days).Weeks(), VisitWeeks.WeekOf(days.Max()));
            var upTo = latest + (later / 7);
            var known = days.Select(VisitWeeks.WeekOf).Where(week => week > latest - VisitWeeks.Most && week <= upTo).Distinct().ToArray();
            Assert.Equal(known.Count(week => week > upTo - 12), weeks.Count(12, upTo));
            Assert.Equal(known.Length == 0 ? null : upTo - known.Max(), weeks.Since(upTo));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_week_is_Monday_to_Sunday_and_ends_with_its_Sunday()
    {
        var sunday = Days.Of(new DateOnly(2026, 1, 4));

        Assert.Equal(VisitWeeks.WeekOf(sunday) + 1, VisitWeeks.WeekOf(sunday + 1));
        Assert.Equal((VisitWeeks.WeekOf(sunday) - 1, VisitWeeks.WeekOf(sunday)), (VisitWeeks.LastWhole(sunday - 1), VisitWeeks.LastWhole(sunday)));
    }

    [Fact]
    public void Of_complaints_the_latest_days_stay_whatever_the_order() =>
        Prop.ForAll(SomeDays, Gen.Choose(0, int.MaxValue).ToArbitrary(), (days, seed) =>
        {
            int[] shuffled = [.. days, .. days];
            new Random(seed).Shuffle(shuffled);
            var kept = shuffled.Aggregate(FewDays.None, (few, day) => few.WithLatest(day, 4));
            Assert.Equal(FewDays.Of(days.Distinct().Order().TakeLast(4)), kept);
            Assert.Equal(FewDays.Of(days.Order().Take(4)), days.Reverse().Aggregate(FewDays.None, (few, day) => few.WithEarliest(day, 4)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task Only_what_the_person_does_counts_and_an_order_on_the_day_it_was_placed()
    {
        var world = new World();
        await world.ApplyEachAsync(
        [
            Identify("1", User("ann"), 30),
            Track("2", User("ann"), 31, "Stage Changed") with { Source = UserFold.PassageSource },
            Track("3", User("ann"), 32, "Message Opened") with { Source = UserFold.MessageSource },
            Tagged("4", User("ann"), 33, ("vip", true)),
            Track("5", User("ann"), 34, "Delivery Failed"),
            Track("6", User("ann"), 35, "Complaint Filed"),
            Track("7", User("ann"), 36, EventNames.OrderPaid),
            Track("8", User("ann"), 37, EventNames.OrderRefunded),
            Track("9", User("ann"), 38, EventNames.CheckoutAbandoned),
            Order("10", User("ann"), "o1", 39, Placed(12), Total(39, 900)),
            Order("11", User("ann"), "o1", 40, Cancelled(40)),
            Track("12", User("ann"), 10, EventNames.OrderCompleted),
        ]);

        var activity = (await world.ProfileAsync("ann"))!.Activity!;

        Assert.Equal(Of([Day(10), Day(12)]), activity.Visits);
        Assert.Equal((FewDays.Of([Day(34)]), FewDays.Of([Day(35)])), (activity.FailedDeliveries, activity.Complaints));
    }

    [Fact]
    public async Task Which_events_tell_of_complaints_is_a_setting()
    {
        var world = new World(new() { Scoring = new() { Activity = ActivityEvents.Default with { Complaints = System.Collections.Frozen.FrozenSet.Create("Ticket Opened") } } });
        await world.ApplyEachAsync([Track("1", User("ann"), 1, "Complaint Filed"), Track("2", User("ann"), 2, "Ticket Opened")]);

        var activity = (await world.ProfileAsync("ann"))!.Activity!;

        Assert.Equal((FewDays.Of([Day(2)]), Of([Day(1)])), (activity.Complaints, activity.Visits));
    }

    [Fact]
    public async Task Facts_follow_the_profile_and_visits_move_them_once_a_week()
    {
        var world = new World();
        var writes = new List<int>();
        for (var day = 0; day < 28; day++)
        {
            var before = world.Store.Counts.Commits;
            await world.ApplyAsync(Track($"v{day}", User("ann"), day), Track($"w{day}", User("ann"), day + 0.1));
            writes.Add((int)(world.Store.Counts.Commits - before));
        }

        // The first of January 2026 is a Thursday: 4, 11, 18 and 25 January end weeks, Mondays are the days 4, 11, 18 and 25 after it.
        Assert.Equal([4, 11, 18, 25], writes.Index().Skip(1).Where(one => one.Item > 1).Select(one => one.Index));
        var profile = (await world.ProfileAsync("ann"))!;
        var row = world.Store.Rows.Single(row => row.Key.Value == FactRow.Key(profile.Key).Value);
        Assert.Equal(UserFacts.Of(profile, DateTimeZone.Utc).Visits, FactRow.Read(row).Visits);
        Assert.Equal(5, FactRow.Read(row).Visits.Count(12, VisitWeeks.WeekOf(Day(28))));
    }

    private static int Day(int day) => Days.Of(Start.AddDays(day), DateTimeZone.Utc);

    private static VisitDays Of(IEnumerable<int> days) => days.Aggregate(VisitDays.None, (visits, day) => visits.With(day));
}
