using UserOps.Application.Journeys.Running;
using UserOps.Application.Storage;
using UserOps.Domain;
using UserOps.Tests.Storage;

namespace UserOps.Tests.Journeys.Running;

public sealed class MemoryRunAlarmsTests : RunAlarmsContract
{
    private readonly MemoryTableStore _store = new();

    protected override ITableStore Store => _store;

    [Fact]
    public async Task Runs_are_spread_evenly_over_the_shards()
    {
        var alarms = new RunAlarms(_store, new ManualClock());
        for (var run = 0; run < 1_600; run++)
        {
            await alarms.WakeAsync("u~ann", HashText.Of("run", $"{run}"), default);
        }

        Assert.Equal(Enumerable.Range(0, 16).Select(shard => $"alarm~{shard:x2}"), _store.Partitions.Select(partition => partition.Value));
        Assert.All(_store.Partitions, partition => Assert.InRange(_store.Rows.Count(row => row.Partition == partition), 60, 150));
    }

    [Fact]
    public async Task Short_pages_hide_nothing()
    {
        _store.LongestPage = 2;
        var alarms = new RunAlarms(_store, new ManualClock());
        for (var minute = 0; minute < 30; minute++)
        {
            await alarms.SetAsync("u~ann", "run", DateTimeOffset.UnixEpoch.AddMinutes(minute), default);
        }

        var found = new List<RunAlarm>();
        for (var shard = 0; shard < 16; shard++)
        {
            found.AddRange(await alarms.DueAsync(shard, DateTimeOffset.UnixEpoch.AddMinutes(24), 20, default));
        }

        Assert.Equal(Enumerable.Range(0, 20).Select(minute => DateTimeOffset.UnixEpoch.AddMinutes(minute)), found.Select(alarm => alarm.At));
    }
}
