using UserOps.Application.Segments;
using UserOps.Application.Segments.Sweeps;
using static UserOps.Tests.Segments.Definitions.SegmentShelf;

namespace UserOps.Tests.Segments.Definitions;

public sealed class SegmentRoomTests
{
    private readonly World _world = new();

    [Fact]
    public async Task So_many_with_a_condition_can_be_published_and_lists_do_not_count()
    {
        var publish = Publisher(new(_world.Get<SegmentRows>()) { MostDynamic = 2 });
        foreach (var key in (string[])["a", "b", "c"])
        {
            await SaveAsync(key, Document(key, Ulm));
        }

        await SaveAsync("d", List("d"));
        Assert.IsType<SegmentPublished.Done>(await publish.RunAsync("a", null, default));
        Assert.IsType<SegmentPublished.Done>(await publish.RunAsync("b", null, default));
        Assert.Contains("2 segments with a condition", Assert.IsType<SegmentPublished.Full>(await publish.RunAsync("c", null, default)).Reason, StringComparison.Ordinal);
        Assert.IsType<SegmentPublished.Done>(await publish.RunAsync("d", null, default));

        // Another version of one that is there, and one in place of another, are no more.
        await SaveAsync("a", Document("a", """{"not":{"segment":"b"}}"""));
        Assert.IsType<SegmentPublished.Done>(await publish.RunAsync("a", null, default));
        await _world.Get<ArchiveSegment>().RunAsync("a", default);
        Assert.IsType<SegmentPublished.Done>(await publish.RunAsync("c", null, default));
        Assert.IsType<SegmentPublished.Full>(await publish.RunAsync("a", null, default));
    }

    [Fact]
    public async Task So_many_can_be_kept_and_those_archived_do_not_count()
    {
        var save = Saver(new(_world.Get<SegmentRows>()) { MostKept = 2 });
        Assert.IsType<SegmentSaved.Kept>(await save.RunAsync("a", List("a"), null, default));
        Assert.IsType<SegmentSaved.Kept>(await save.RunAsync("b", Document("b", Ulm), null, default));
        Assert.Contains("There are 2 segments", Assert.IsType<SegmentSaved.Full>(await save.RunAsync("c", List("c"), null, default)).Reason, StringComparison.Ordinal);
        Assert.IsType<SegmentSaved.Kept>(await save.RunAsync("b", List("b"), null, default));
        await _world.Get<ArchiveSegment>().RunAsync("a", default);
        Assert.IsType<SegmentSaved.Kept>(await save.RunAsync("c", List("c"), null, default));
    }

    [Fact]
    public async Task Many_at_once_do_not_make_one_too_many()
    {
        var save = Saver(new(_world.Get<SegmentRows>()) { MostKept = 5 });
        var saved = await Task.WhenAll(Enumerable.Range(0, 12).Select(async i =>
        {
            await Task.Yield();
            return await save.RunAsync($"s{i}", List($"s{i}"), null, default);
        }));
        Assert.Equal(5, saved.OfType<SegmentSaved.Kept>().Count());
        Assert.Equal(5, await _world.Get<SegmentRows>().AllAsync(default).CountAsync());
    }

    private Task SaveAsync(string key, byte[] document) => _world.Get<SaveSegment>().RunAsync(key, document, null, default);

    private SaveSegment Saver(SegmentRoom room) => new(_world.Get<SegmentRows>(), _world.Get<CheckSegment>(), room, TimeProvider.System);

    private PublishSegment Publisher(SegmentRoom room) =>
        new(_world.Get<SegmentRows>(), _world.Get<CheckSegment>(), room, _world.Get<PublishedSegments>(), _world.Get<BackFill>(), TimeProvider.System);
}
