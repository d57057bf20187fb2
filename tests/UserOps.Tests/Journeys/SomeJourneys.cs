using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using UserOps.Domain.Journeys;
using UserOps.Domain.Segments;
using UserOps.Tests.Segments;

namespace UserOps.Tests.Journeys;

/// <summary>Journeys of every shape that can be written, all of them right.</summary>
internal static class SomeJourneys
{
    private static readonly Gen<string> Texts = Gen.Elements("Signed Up", "下单", "a/b~c", "\"quoted\"", "x", new string('é', 60));
    private static readonly Gen<string> Keys = Gen.Elements("welcome", "a", "2-days-later", "end-of-trial", new string('k', 60));

    private static readonly Gen<Condition> Conditions = ConditionGen.Of(ConditionScope.User);
    private static readonly Gen<Condition?> Optional = Maybe(Conditions);
    private static readonly Gen<Condition?> AboutEvent = Maybe(ConditionGen.Of(ConditionScope.Where));

    private static readonly Gen<Period> Durations = Gen.Elements(
        Period.FromDays(2), Period.FromHours(36), Period.FromWeeks(1), Period.FromMonths(24), Period.FromSeconds(1), Period.FromYears(2),
        new PeriodBuilder { Months = 1, Days = 3, Hours = 4, Minutes = 5 }.Build());

    private static readonly Gen<LocalTime> Times = from hour in Gen.Choose(0, 23) from minute in Gen.Choose(0, 59) select new LocalTime(hour, minute);

    private static readonly Gen<WaitUntil> Waits = Gen.OneOf<WaitUntil>(
        from time in Durations select (WaitUntil)new WaitUntil.Passed(time),
        from at in Times
        from days in Gen.SubListOf(Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None))
        select (WaitUntil)new WaitUntil.TimeOfDay(at, [.. days.Order()]),
        from trait in Texts
        from yearly in Gen.Elements(true, false)
        from offset in Gen.Elements(Period.Zero, Period.FromDays(3), Period.FromDays(-3), new PeriodBuilder { Weeks = -1, Days = -2 }.Build())
        from at in Times
        select (WaitUntil)new WaitUntil.Date(trait, yearly, offset, at));

    private static readonly Gen<Entry> Entries = Gen.OneOf<Entry>(
        Gen.Constant<Entry>(new Entry.ByHand()),
        from name in Texts from about in AboutEvent select (Entry)new Entry.OnEvent(name, about),
        from segment in Keys from leaving in Gen.Elements(true, false) select (Entry)new Entry.OnPassage(null, segment, leaving),
        Gen.Elements<Entry>(
            new Entry.OnPassage("stage", "dormant", false), new Entry.OnPassage("ten-rules", "cant-lose-them", true),
            new Entry.OnPassage("eleven", "hibernating", false), new Entry.OnPassage("eight", "important-value", true)));

    private static readonly Gen<ReEntry> ReEntries = Gen.OneOf<ReEntry>(
        Gen.Elements<ReEntry>(new ReEntry.Never(), new ReEntry.AfterExit()), from since in Durations select (ReEntry)new ReEntry.After(since));

    public static Arbitrary<JourneyDefinition> Some { get; } = (
        from key in Keys
        from name in Texts
        from entry in Entries
        from audience in Optional
        from reEntry in ReEntries
        from goal in Optional
        from exit in Optional
        from holdOut in Gen.Choose(0, 50)
        from late in Gen.Frequency((1, Gen.Constant<Period?>(null)), (1, Durations.Select(d => (Period?)d)))
        from count in Gen.Choose(1, 12)
        from steps in Gen.CollectToList(Enumerable.Range(0, count), i => StepGen.Of(i, count, Texts, Keys, Conditions, AboutEvent, Durations, Waits))
        select new JourneyDefinition
        {
            Key = key, Name = name, Entry = entry, Audience = audience, ReEntry = reEntry, Goal = goal, Exit = exit, HoldOutPercent = holdOut, TooLate = late, Steps = [.. steps],
        }).ToArbitrary();

    private static Gen<Condition?> Maybe(Gen<Condition> conditions) => Gen.Frequency((2, Gen.Constant<Condition?>(null)), (1, conditions.Select(c => (Condition?)c)));
}
