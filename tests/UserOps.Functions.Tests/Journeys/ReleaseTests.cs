using System.Text;
using Microsoft.DurableTask.Client;
using UserOps.Application.Journeys.Running;
using UserOps.Application.Storage;
using UserOps.Application.Users;
using UserOps.Domain.Journeys;
using UserOps.Domain.Users;
using UserOps.Tests.Storage;
using static UserOps.Tests.Said;

namespace UserOps.Functions.Tests.Journeys;

/// <summary>A release that decides otherwise about people who are inside, while the orchestrations that sleep know nothing of it.</summary>
public sealed class ReleaseTests
{
    private const int People = 1_000;

    private const string Before = """
        {
          "key": "road", "name": "Road", "entry": { "event": "Signed Up" },
          "steps": [
            { "id": "new", "type": "tag", "add": ["new"] },
            { "id": "pause", "type": "wait", "for": "P2D" },
            { "id": "order", "type": "waitForEvent", "event": "Order Completed", "timeout": "P30D", "onTimeout": "lost" },
            { "id": "won", "type": "tag", "add": ["won"], "next": "end" },
            { "id": "lost", "type": "tag", "add": ["lost"] }
          ]
        }
        """;

    /// <summary>From the pause another way, and after the order one step more.</summary>
    private const string After = """
        {
          "key": "road", "name": "Road", "entry": { "event": "Signed Up" },
          "steps": [
            { "id": "new", "type": "tag", "add": ["new"] },
            { "id": "pause", "type": "wait", "for": "P2D", "next": "vip" },
            { "id": "order", "type": "waitForEvent", "event": "Order Completed", "timeout": "P30D", "onTimeout": "late", "next": "won" },
            { "id": "vip", "type": "tag", "add": ["vip"] },
            { "id": "rest", "type": "wait", "for": "P1D" },
            { "id": "ask", "type": "branch", "cases": [ { "if": { "field": "orders.count", "op": "atLeast", "value": 99 }, "then": "order" } ], "next": "won" },
            { "id": "won", "type": "tag", "add": ["won"], "next": "end" },
            { "id": "late", "type": "tag", "add": ["late"] }
          ]
        }
        """;

    private readonly MemoryTableStore _store = new();
    private readonly RealBench _bench;

    public ReleaseTests() => _bench = new(_store);

    [Fact]
    public async Task Other_rules_meet_a_thousand_sleeping_orchestrations_and_every_one_goes_on()
    {
        await _bench.PublishAsync(Before);
        var people = Enumerable.Range(0, People).Select(person => $"person{person:d4}").ToArray();
        foreach (var half in people.Chunk(People / 2))
        {
            foreach (var person in half)
            {
                await _bench.ApplyAsync(Track($"in {person}", User(person), 0, "Signed Up"));
            }

            await _bench.RunUntilAsync(_bench.Now.AddDays(1.5));
        }

        // The first half waits for an order by now, the second for its pause to be over.
        Assert.Equal(People, _bench.Hub.Instances.Count);
        Assert.All(_bench.Hub.Instances, instance => Assert.Equal(OrchestrationRuntimeStatus.Running, instance.Status));

        await DecideOtherwiseAsync();
        foreach (var person in people[..(People / 4)])
        {
            await _bench.ApplyAsync(Track($"order {person}", User(person), 0, "Order Completed"));
        }

        await _bench.RunUntilAsync(_bench.Now.AddDays(40));

        Assert.All(_bench.Hub.Instances, instance => Assert.Equal(OrchestrationRuntimeStatus.Completed, instance.Status));
        Assert.Equal(People, _bench.Hub.Instances.Count);
        var rows = _store.Rows.ToLookup(row => row.Partition.Value);
        var paths = people.Select(person => PathOf(rows[_bench.Get<UserKeys>().Of(Identifier.User(person))])).ToArray();
        Assert.All(paths[..(People / 4)], path => Assert.Equal("new:done pause:done order:event won:done", path));
        Assert.All(paths[(People / 4)..(People / 2)], path => Assert.Equal("new:done pause:done order:timeout late:done", path));
        Assert.All(paths[(People / 2)..], path => Assert.Equal("new:done pause:done vip:done rest:done ask:otherwise won:done", path));
        Assert.Null(await _bench.Get<RunAlarms>().NextAsync(default));
    }

    /// <summary>Puts the other rules in the place of those that all of them are in, and a new process in the place of the old.</summary>
    private async Task DecideOtherwiseAsync()
    {
        Assert.IsType<JourneyReading.Of>(JourneyReader.Read(Encoding.UTF8.GetBytes(After), ConditionForm.Full.Read));
        var version = _store.Rows.Single(row => row.Partition.Value == "journeys" && row.Key.Value.StartsWith("v~road", StringComparison.Ordinal));
        var changed = Documents.WriteBytes(Encoding.UTF8.GetBytes(After), "journey", 1, new Property("published", version.Properties.Instant("published")));
        await _store.CommitAsync("journeys", [new Change.Replace(changed, version.ETag) { Key = version.Key }], default);
        _bench.Restart();
    }

    /// <summary>Which way somebody went, each step of which was carried out once.</summary>
    private static string PathOf(IEnumerable<Row> rows)
    {
        var run = JourneyRunRows.Read(rows.Single(row => row.Key.Value.StartsWith(JourneyRunRows.Prefix, StringComparison.Ordinal)));
        Assert.Equal(RunState.Ended, run.State);
        var said = rows.Count(row => row.Key.Value.StartsWith(UserRow.EventPrefix, StringComparison.Ordinal));
        Assert.Equal(1 + run.Path.Count(left => left.Outcome == "event") + run.Path.Count(left => left.Step is "new" or "vip" or "won" or "late"), said);
        return string.Join(' ', run.Path.Select(left => $"{left.Step}:{left.Outcome}"));
    }
}
