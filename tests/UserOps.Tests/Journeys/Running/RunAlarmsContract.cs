using UserOps.Application.Journeys.Running;
using UserOps.Application.Storage;

namespace UserOps.Tests.Journeys.Running;

/// <summary>What alarms of runs have to be on every store.</summary>
public abstract class RunAlarmsContract
{
    private const string User = "u~ann";
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    private readonly ManualClock _clock = new(Start);

    protected abstract ITableStore Store { get; }

    private RunAlarms Alarms => new(Store, _clock);

    [ContractFact]
    public async Task What_is_set_is_due_at_its_instant_to_the_tick()
    {
        await Alarms.SetAsync(User, "run1", Start.AddTicks(1), default);

        Assert.Empty(await DueAsync(Start));
        var alarm = Assert.Single(await DueAsync(Start.AddTicks(1)));
        Assert.Equal((AlarmKind.Due, User, "run1", Start.AddTicks(1), 0), (alarm.Kind, alarm.UserKey, alarm.RunId, alarm.At, alarm.Attempts));
        Assert.Equal(alarm.At, alarm.Since);
    }

    [ContractFact]
    public async Task Setting_twice_is_one_alarm_and_clearing_twice_is_none()
    {
        await Alarms.SetAsync(User, "run1", Start, default);
        await Alarms.SetAsync(User, "run1", Start, default);
        Assert.Single(await DueAsync(Start));

        await Alarms.ClearAsync("run1", Start, default);
        await Alarms.ClearAsync("run1", Start, default);
        Assert.Empty(await DueAsync(Start));
    }

    [ContractFact]
    public async Task Wakes_come_before_what_is_due_and_that_in_order_of_time()
    {
        foreach (var minutes in new[] { 3, 1, 2 })
        {
            await Alarms.SetAsync(User, "run1", Start.AddMinutes(minutes), default);
        }

        await Alarms.WakeAsync(User, "run1", default);

        var due = await DueAsync(Start.AddHours(1));
        Assert.Equal([AlarmKind.Wake, AlarmKind.Due, AlarmKind.Due, AlarmKind.Due], due.Select(alarm => alarm.Kind));
        Assert.Equal([Start, Start.AddMinutes(1), Start.AddMinutes(2), Start.AddMinutes(3)], due.Select(alarm => alarm.At));
    }

    [ContractFact]
    public async Task A_wake_that_came_meanwhile_stays()
    {
        await Alarms.WakeAsync(User, "run1", default);
        var first = (await Alarms.FindWakeAsync("run1", default))!;
        await Alarms.WakeAsync(User, "run1", default);

        Assert.False(await Alarms.RemoveAsync(first, default));
        Assert.True(await Alarms.RemoveAsync((await Alarms.FindWakeAsync("run1", default))!, default));
        Assert.Null(await Alarms.FindWakeAsync("run1", default));
    }

    [ContractFact]
    public async Task What_is_put_off_is_due_later_and_remembers_since_when_and_how_often()
    {
        await Alarms.SetAsync(User, "run1", Start, default);
        await Alarms.PutOffAsync(Assert.Single(await DueAsync(Start)), Start.AddMinutes(5), 3, 0, default);

        Assert.Empty(await DueAsync(Start.AddMinutes(4)));
        var late = Assert.Single(await DueAsync(Start.AddMinutes(5)));
        Assert.Equal((AlarmKind.Late, Start, 3), (late.Kind, late.Since, late.Attempts));
        await Alarms.PutOffAsync(late, Start.AddMinutes(9), 4, 0, default);
        Assert.Equal(Start.AddMinutes(9), await Alarms.NextAsync(default));
    }

    [ContractFact]
    public async Task What_was_put_off_meanwhile_is_not_put_off_again()
    {
        await Alarms.WakeAsync(User, "run1", default);
        var wake = (await Alarms.FindWakeAsync("run1", default))!;
        await Alarms.WakeAsync(User, "run1", default);

        await Alarms.PutOffAsync(wake, Start.AddMinutes(5), 1, 0, default);

        Assert.Equal(AlarmKind.Wake, Assert.Single(await DueAsync(Start.AddDays(1))).Kind);
    }

    [ContractFact]
    public async Task Hurrying_makes_one_wake_of_an_alarm_and_counts()
    {
        await Alarms.SetAsync(User, "run1", Start, default);
        await Alarms.HurryAsync(Assert.Single(await DueAsync(Start)), default);
        var wake = Assert.Single(await DueAsync(Start));
        Assert.Equal((AlarmKind.Wake, Start, 1), (wake.Kind, wake.Since, wake.Attempts));

        await Alarms.HurryAsync(wake, default);
        Assert.Equal(2, Assert.Single(await DueAsync(Start)).Attempts);
        Assert.False(await Alarms.RemoveAsync(wake, default));
    }

    [ContractFact]
    public async Task The_next_is_the_first_of_all_shards()
    {
        Assert.Null(await Alarms.NextAsync(default));
        for (var run = 0; run < 40; run++)
        {
            await Alarms.SetAsync(User, $"run{run}", Start.AddHours(100 - run), default);
        }

        Assert.Equal(Start.AddHours(61), await Alarms.NextAsync(default));
        await Alarms.WakeAsync(User, "another", default);
        Assert.Equal(Start, await Alarms.NextAsync(default));
    }

    [ContractFact]
    public async Task Runs_are_overdue_by_their_first_due_time_once_each_and_missing_ones_are_not()
    {
        await Alarms.SetAsync(User, "slow", Start, default);
        await Alarms.SetAsync(User, "slow", Start.AddMinutes(1), default);
        await Alarms.SetAsync(User, "failing", Start.AddMinutes(-30), default);
        await Alarms.PutOffAsync(Assert.Single(await DueAsync(Start.AddMinutes(-30))), Start.AddHours(2), 5, 0, default);
        await Alarms.SetAsync(User, "gone", Start.AddMinutes(-20), default);
        await Alarms.PutOffAsync(Assert.Single(await DueAsync(Start.AddMinutes(-20))), Start.AddHours(2), 0, 1, default);
        await Alarms.SetAsync(User, "later", Start.AddMinutes(2), default);

        var overdue = await Alarms.OverdueAsync(Start.AddMinutes(1), 1, default);

        Assert.Equal((2, Start.AddMinutes(-30)), (overdue.Count, overdue.Oldest));
        Assert.Equal(("failing", 5), (Assert.Single(overdue.First).RunId, overdue.First[0].Attempts));
        Assert.Equal(["failing", "slow"], (await Alarms.OverdueAsync(Start.AddMinutes(1), 10, default)).First.Select(alarm => alarm.RunId));
        Assert.Equal((0, null), await Alarms.OverdueAsync(Start.AddHours(-1), 10, default) is var none ? (none.Count, none.Oldest) : default);
    }

    private async Task<IReadOnlyList<RunAlarm>> DueAsync(DateTimeOffset now)
    {
        var due = new List<RunAlarm>();
        for (var shard = 0; shard < 16; shard++)
        {
            due.AddRange(await Alarms.DueAsync(shard, now, 100, default));
        }

        return due;
    }
}
