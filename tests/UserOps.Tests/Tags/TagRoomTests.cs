using UserOps.Application.Segments;
using UserOps.Application.Segments.Sweeps;
using UserOps.Application.Tags;
using UserOps.Tests.Segments.Definitions;

namespace UserOps.Tests.Tags;

public sealed class TagRoomTests
{
    [Fact]
    public async Task So_many_go_by_rules_and_computations_and_those_put_on_by_hand_do_not_count()
    {
        var world = new World();
        var activate = new ActivateTag(
            world.Get<TagRows>(), world.Get<CheckTag>(), new(world.Get<TagRows>()) { MostReckoned = 2 }, world.Get<PublishedSegments>(), world.Get<BackFill>(), TimeProvider.System);
        await SaveAsync("a", TagShelf.Rule("a", SegmentShelf.Ulm));
        await SaveAsync("b", TagShelf.Computed("b", "number", "\"of\":\"count\",\"event\":\"Product Viewed\",\"within\":\"P7D\""));
        await SaveAsync("c", TagShelf.Rule("c", SegmentShelf.Ulm));
        await SaveAsync("d", TagShelf.Lasting("d", "P1D"));

        Assert.IsType<TagActivated.Done>(await activate.RunAsync("a", null, default));
        Assert.IsType<TagActivated.Done>(await activate.RunAsync("b", null, default));
        Assert.Contains("2 tags", Assert.IsType<TagActivated.Full>(await activate.RunAsync("c", null, default)).Reason, StringComparison.Ordinal);
        Assert.IsType<TagActivated.Done>(await activate.RunAsync("d", null, default));

        await world.Get<RetireTag>().RunAsync("a", default);
        Assert.IsType<TagActivated.Done>(await activate.RunAsync("c", null, default));

        async Task SaveAsync(string key, byte[] document) => Assert.IsType<TagSaved.Kept>(await world.Get<SaveTag>().RunAsync(key, document, null, default));
    }
}
