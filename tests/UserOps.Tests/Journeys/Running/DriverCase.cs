namespace UserOps.Tests.Journeys.Running;

/// <param name="Moves">The script of the run.</param>
/// <param name="Events">When events come that the run listens to, each with a wake-up, counted from the start.</param>
/// <param name="Wakes">Wake-ups for nothing.</param>
/// <param name="Ends">When the script is done at the earliest; null: it never is.</param>
/// <param name="Slack">By how much it may be later.</param>
/// <param name="Inserted">When the run is there, counted from its first wake-up; null: never.</param>
public sealed record DriverCase(
    string Name, IReadOnlyList<RunMove> Moves, TimeSpan? Ends, TimeSpan Slack, IReadOnlyList<TimeSpan> Events, IReadOnlyList<TimeSpan> Wakes, TimeSpan? Inserted)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly RunMove.Step Step = new();

    /// <summary>The same for every driver.</summary>
    public static IReadOnlyList<DriverCase> All { get; } =
    [
        Of("goes straight through", TimeSpan.Zero, Step, Step, Step),
        Of("has more to do than one call does", TimeSpan.Zero, [.. Enumerable.Repeat(Step, 70)]),
        Of("sleeps and goes on, twice", Hour + (3 * Day), new RunMove.Wait(Hour), Step, new RunMove.Wait(3 * Day), Step),
        Of("sleeps for less than a round trip takes", TimeSpan.FromMilliseconds(3), new RunMove.Wait(TimeSpan.FromMilliseconds(1)), Step, new RunMove.Wait(TimeSpan.FromMilliseconds(2))),
        Of("sleeps longer than any timer", 40 * Day, new RunMove.Wait(40 * Day), Step),
        Of("hears what it waits for", 5 * Hour, new RunMove.WaitForEvent(2 * Day), Step) with { Events = [5 * Hour] },
        Of("hears nothing in time", 2 * Day, new RunMove.WaitForEvent(2 * Day), Step) with { Events = [3 * Day] },
        Of("hears many things at once", 5 * Hour, new RunMove.WaitForEvent(2 * Day), Step) with { Events = [5 * Hour, 5 * Hour, 5 * Hour, 5 * Hour] },
        Of("hears one thing after the other", 9 * Hour, new RunMove.WaitForEvent(2 * Day), new RunMove.WaitForEvent(2 * Day)) with { Events = [5 * Hour, 9 * Hour] },
        Of("is woken for nothing", Day, new RunMove.Wait(Day), Step) with { Wakes = [Minute, Hour, 2 * Hour, 2 * Hour, 3 * Hour] },
        Of("is paused for a while", 10 * Day, new RunMove.Wait(Hour), new RunMove.Rest(), Step) with { Events = [10 * Day] },
        Of("fails a few times", TimeSpan.Zero, Step, new RunMove.Fail(3), Step) with { Slack = 20 * Minute },
        Of("fails for hours", TimeSpan.Zero, Step, new RunMove.Fail(12), new RunMove.Wait(Day), Step) with { Ends = Day, Slack = 12 * Hour },
        Of("is woken before it is there", 2 * Minute, Step, new RunMove.Wait(Hour)) with { Ends = Hour + (2 * Minute), Inserted = 2 * Minute },
        Of("is woken and never there", TimeSpan.Zero, Step) with { Ends = null, Inserted = null },
    ];

    public override string ToString() => Name;

    private static DriverCase Of(string name, TimeSpan ends, params IReadOnlyList<RunMove> moves) => new(name, moves, ends, 10 * Minute, [], [], TimeSpan.Zero);
}
