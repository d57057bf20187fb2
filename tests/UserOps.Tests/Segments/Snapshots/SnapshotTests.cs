using UserOps.Application.Segments.Audiences;
using UserOps.Application.Segments.Snapshots;
using UserOps.Domain;
using UserOps.Domain.Scoring;
using UserOps.Tests.Segments.Definitions;
using UserOps.Tests.Segments.Reviews;
using static UserOps.Tests.Said;

namespace UserOps.Tests.Segments.Snapshots;

public sealed class SnapshotTests
{
    private readonly Town _town = new();

    [Fact]
    public async Task It_holds_who_was_in_at_its_instant_whoever_comes_and_goes_while_it_is_written()
    {
        await _town.World.PublishAsync("ulm", SegmentShelf.Ulm);
        await _town.LiveAsync(0, 30, "Ulm");
        await _town.LiveAsync(30, 60, "Bonn");
        var taken = await _town.TakeAsync();
        Assert.Equal((SnapshotState.Taking, null), (taken.State, taken.Count));

        _town.Clock.Advance(TimeSpan.FromSeconds(1));
        await _town.LiveAsync(0, 10, "Bonn");
        await _town.LiveAsync(30, 35, "Ulm");
        await _town.PassAsync(TakeSnapshot.Settling);

        var done = (await _town.ReadAsync(taken.Id))!;
        Assert.Equal((SnapshotState.Done, 30L), (done.State, done.Count));
        Assert.Equal(SnapshotTown.Named(Enumerable.Range(0, 30)), await _town.UsersAsync(done));
        Assert.DoesNotContain(_town.World.Store.Rows, row => row.Partition.Value == "sweep~" + done.TakenBy || (row.Partition.Value == "sweeps" && row.Key.Value == done.TakenBy));
    }

    [Fact]
    public async Task Those_whose_instant_has_come_are_looked_at_first()
    {
        await _town.World.PublishAsync("ulm", """{"event":"Product Viewed","within":"P7D"}""");
        await _town.World.ApplyAsync(Track("a", User("ann"), _town.Day));
        _town.Clock.Advance(TimeSpan.FromDays(3));
        await _town.World.ApplyAsync(Track("b", User("bob"), _town.Day));
        _town.Clock.Advance(TimeSpan.FromDays(4));
        Assert.Equal(["bob"], await _town.UsersAsync(await _town.TakenAsync()));
    }

    [Theory]
    [InlineData(99)]
    [InlineData(990)]
    [InlineData(1_150)]
    public async Task A_bucket_of_more_than_a_batch_and_a_page_is_written_whole(int members)
    {
        await _town.World.PublishAsync("ulm", SegmentShelf.Ulm);
        var users = Enumerable.Range(0, int.MaxValue).Select(i => "u~" + HashText.Of("user", $"{i}")).Where(user => Buckets.Of(user) == 7).Take(members).ToList();
        foreach (var user in users)
        {
            await _town.World.Get<AudienceRows>().PutAsync(user, new("ulm", new(_town.Now, 1), 1), default);
        }

        var done = await _town.TakenAsync();
        Assert.Equal(members, done.Count);
        Assert.Equal(users.Order(StringComparer.Ordinal), await _town.World.Get<SnapshotBuckets>().UsersAsync(done.TakenBy, default).ToListAsync());
        await _town.World.Get<ClearSnapshot>().RunAsync("ulm", done.Id, default);
        await _town.PassAsync(TakeSnapshot.Settling);
        Assert.Equal(["snapshots~ulm -"], _town.Left());
    }

    [Fact]
    public async Task The_same_key_is_the_same_snapshot_and_without_one_the_same_name()
    {
        await _town.World.PublishAsync("ulm", SegmentShelf.Ulm);
        await _town.LiveAsync(0, 3, "Ulm");
        var first = await _town.TakenAsync("Autumn");
        await _town.LiveAsync(3, 5, "Ulm");
        Assert.Equal(first, await _town.TakeAsync(name: "Autumn"));
        var keyed = await _town.TakeAsync("k", "Winter");
        Assert.Equal(keyed.Id, (await _town.TakeAsync("k", "Winter")).Id);
        Assert.IsType<SnapshotTaken.KeyReused>(await _town.World.Get<TakeSnapshot>().RunAsync("ulm", "k", "Spring", default));
        Assert.NotEqual((await _town.TakeAsync()).Id, (await _town.TakeAsync()).Id);
        await _town.PassAsync(TakeSnapshot.Settling);
        Assert.Equal(4, (await _town.World.Get<SnapshotRows>().AllAsync("ulm", default)).Count);
    }

    [Fact]
    public async Task A_segment_keeps_so_many_and_then_one_must_go_first()
    {
        await _town.World.PublishAsync("ulm", SegmentShelf.Ulm);
        var first = await _town.TakenAsync();
        for (var i = 1; i < SnapshotRows.Most; i++)
        {
            await _town.World.Get<SnapshotRows>().InsertAsync(first with { Id = HashText.Of("snapshot", $"{i}") }, default);
        }

        Assert.IsType<SnapshotTaken.Full>(await _town.World.Get<TakeSnapshot>().RunAsync("ulm", null, null, default));
        Assert.Null(await _town.World.Get<SnapshotRows>().InsertAsync(first with { Id = HashText.Of("snapshot", "more") }, default));
        await _town.World.Get<ClearSnapshot>().RunAsync("ulm", first.Id, default);
        await _town.PassAsync(TakeSnapshot.Settling);
        await _town.TakeAsync();
    }

    [Fact]
    public async Task One_that_is_thrown_away_while_it_is_taken_leaves_nothing()
    {
        await _town.World.PublishAsync("ulm", SegmentShelf.Ulm);
        await _town.LiveAsync(0, 20, "Ulm");
        var taken = await _town.TakeAsync(name: "Autumn");
        var cleared = (await _town.World.Get<ClearSnapshot>().RunAsync("ulm", taken.Id, default))!;
        Assert.Equal(cleared, await _town.World.Get<ClearSnapshot>().RunAsync("ulm", taken.Id, default));
        await _town.PassAsync(TakeSnapshot.Settling);
        Assert.Equal(["snapshots~ulm -"], _town.Left());
        Assert.Null(await _town.World.Get<ClearSnapshot>().RunAsync("ulm", taken.Id, default));
        Assert.Equal(20, (await _town.TakenAsync("Autumn")).Count);
    }

    [Fact]
    public async Task Of_an_unknown_segment_there_is_none() =>
        Assert.IsType<SnapshotTaken.Unknown>(await _town.World.Get<TakeSnapshot>().RunAsync("ulm", null, null, default));

    [Fact]
    public async Task Whom_an_erasure_looks_for_stands_in_one_row_by_the_key()
    {
        await _town.World.PublishAsync("ulm", SegmentShelf.Ulm);
        await _town.LiveAsync(0, 1, "Ulm");
        var done = await _town.TakenAsync();
        var key = (await _town.World.ProfileAsync("u0"))!.Key;
        var row = Assert.Single(_town.World.Store.Rows, row => row.Partition.Value.StartsWith("snapshot~", StringComparison.Ordinal) && row.Key.Value != "-");
        Assert.Equal(($"snapshot~{done.TakenBy}~{Buckets.Of(key):x2}", key), (row.Partition.Value, row.Key.Value));
        Assert.Empty(row.Properties);
    }

    [Fact]
    public async Task One_that_is_being_thrown_away_is_not_taken_again_until_it_is_gone()
    {
        await _town.World.PublishAsync("ulm", SegmentShelf.Ulm);
        await _town.LiveAsync(0, 3, "Ulm");
        var first = await _town.TakenAsync("Autumn");
        await _town.World.Get<ClearSnapshot>().RunAsync("ulm", first.Id, default);

        Assert.IsType<SnapshotTaken.Going>(await _town.World.Get<TakeSnapshot>().RunAsync("ulm", null, "Autumn", default));

        await _town.PassAsync(TakeSnapshot.Settling);
        Assert.Equal(3, (await _town.TakenAsync("Autumn")).Count);
    }
}
