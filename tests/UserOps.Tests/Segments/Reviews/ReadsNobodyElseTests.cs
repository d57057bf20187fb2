using UserOps.Domain.Users;
using UserOps.Tests.Storage;
using static UserOps.Tests.Said;

namespace UserOps.Tests.Segments.Reviews;

public sealed class ReadsNobodyElseTests
{
    [Fact]
    public async Task An_event_updates_the_segments_of_its_user_and_reads_and_writes_no_row_of_anybody_else()
    {
        var town = new Town();
        await town.PublishAllAsync();
        for (var i = 0; i < 20; i++)
        {
            await town.World.ApplyAsync(Identify($"known{i}", User($"u{i}"), town.Day, ("city", "Ulm")), Track($"seen{i}", User($"u{i}"), town.Day));
        }

        await town.WorkAsync();
        string[] others = [.. town.World.Profiles().Where(profile => !profile.Has(Identifier.User("u7"))).Select(profile => profile.Key)];
        var own = World.Keys.Of(Identifier.User("u7"));
        var (touched, audiences) = (new List<string>(), 0);
        town.World.Store.Before = operation =>
        {
            touched.Add($"{operation.Partition} {operation.Row} {string.Join(' ', operation.Changes.Select(change => change.Key))}");
            audiences += operation.Kind == StoreOperationKind.Commit && operation.Partition.Value.StartsWith("g~", StringComparison.Ordinal) ? 1 : 0;
            return Task.CompletedTask;
        };
        await town.World.ApplyAsync(Order("bought", User("u7"), "o1", town.Day, Placed(town.Day), Total(town.Day, 900)), Track("again", User("u7"), town.Day));
        await town.World.DrainAsync();
        town.World.Store.Before = null;

        Assert.Equal(19, others.Length);
        Assert.Contains("buyer", await town.SegmentsOfAsync("u7"), StringComparison.Ordinal);
        Assert.True(audiences >= 2);
        Assert.Contains(touched, one => one.StartsWith(own, StringComparison.Ordinal));
        Assert.DoesNotContain(touched, one => others.Any(other => one.Contains(other, StringComparison.Ordinal)));

        // Nor a page of audiences or scores, in which others might stand.
        Assert.DoesNotContain(touched, one => one.StartsWith("g~", StringComparison.Ordinal) && one.TrimEnd() == one.Split(' ')[0]);
    }
}
