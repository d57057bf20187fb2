using UserOps.Application.Segments.Snapshots;
using UserOps.Tests.Segments.Definitions;
using UserOps.Tests.Segments.Reviews;
using static UserOps.Tests.Said;

namespace UserOps.Tests.Segments.Snapshots;

public sealed class CompareTests
{
    private readonly Town _town = new();

    [Fact]
    public async Task Two_snapshots_and_one_with_now_say_who_stayed_came_and_left()
    {
        await _town.World.PublishAsync("ulm", SegmentShelf.Ulm);
        var random = new Random(3);
        var (inside, past) = (new HashSet<int>(), new List<(Snapshot Snapshot, HashSet<int> Inside)>());
        for (var round = 0; round < 4; round++)
        {
            _town.Clock.Advance(TimeSpan.FromHours(5));
            foreach (var user in Enumerable.Range(0, 40).Where(_ => random.Next(3) == 0))
            {
                var comes = random.Next(2) == 0;
                await _town.LiveAsync(user, user + 1, comes ? "Ulm" : "Bonn");
                _ = comes ? inside.Add(user) : inside.Remove(user);
            }

            past.Add((await _town.TakenAsync(), [.. inside]));
        }

        foreach (var (before, was) in past)
        {
            foreach (var (after, isIn) in past.Select(one => ((Snapshot?)one.Snapshot, one.Inside)).Append((null, inside)))
            {
                Assert.Equal(
                    new(was.Intersect(isIn).Count(), isIn.Except(was).Count(), was.Except(isIn).Count(), 0), await _town.World.Get<CompareSnapshots>().CountAsync(before, after, default));
                Assert.Equal(SnapshotTown.Named(isIn.Except(was)), await _town.ChangedAsync(before, after, SnapshotChange.Entered));
                Assert.Equal(SnapshotTown.Named(was.Except(isIn)), await _town.ChangedAsync(before, after, SnapshotChange.Left));
                Assert.Equal(SnapshotTown.Named(was.Intersect(isIn)), await _town.ChangedAsync(before, after, SnapshotChange.Stayed));
            }
        }
    }

    [Fact]
    public async Task Who_became_another_user_did_not_leave_and_is_called_what_that_one_is_called()
    {
        await _town.World.PublishAsync("ulm", SegmentShelf.Ulm);
        await _town.World.ApplyAsync(Identify("1", User("ann"), _town.Day, ("city", "Ulm")), Identify("2", User("bob"), _town.Day, ("city", "Ulm")), Identify("3", User("cem"), _town.Day, ("city", "Ulm")));
        var before = await _town.TakenAsync();
        _town.Clock.Advance(TimeSpan.FromHours(1));
        await _town.World.ApplyAsync(Identify("4", User("cem"), _town.Day, ("city", "Bonn")));
        var between = await _town.TakenAsync();
        _town.Clock.Advance(TimeSpan.FromHours(1));
        await _town.World.ApplyAsync(Alias("same", "ann", User("bob"), _town.Day));
        await _town.PassAsync(TakeSnapshot.Settling);

        Assert.Equal(["bob", "bob", "cem"], await _town.UsersAsync(before));
        Assert.Equal(["cem"], await _town.ChangedAsync(before, null, SnapshotChange.Left));
        Assert.Equal(["bob"], await _town.ChangedAsync(before, null, SnapshotChange.Merged));
        Assert.Equal(new SnapshotComparison(1, 0, 1, 1), await _town.World.Get<CompareSnapshots>().CountAsync(before, null, default));

        // What was then does not change by what became known later.
        Assert.Equal(new SnapshotComparison(2, 0, 1, 0), await _town.World.Get<CompareSnapshots>().CountAsync(before, between, default));
        Assert.Equal(1, (await _town.TakenAsync()).Count);
    }
}
