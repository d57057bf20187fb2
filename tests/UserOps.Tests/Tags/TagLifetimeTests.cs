using UserOps.Application.Segments.Audiences;
using UserOps.Application.Users;
using UserOps.Tests.Segments.Definitions;
using UserOps.Tests.Segments.Reviews;
using static UserOps.Tests.Said;
using static UserOps.Tests.Tags.TagShelf;

namespace UserOps.Tests.Tags;

public sealed class TagLifetimeTests
{
    private readonly Town _town = new();

    private World World => _town.World;

    [Fact]
    public async Task An_expired_tag_is_gone_from_segments_and_from_its_own_audience_at_that_instant()
    {
        await World.ActivateAsync("trial", Lasting("trial", "P3D"));
        await World.PublishAsync("testers", Has("trial"));
        await World.ApplyAsync(Tagged("t", User("ann"), _town.Day, ("trial", true)));
        await _town.WorkAsync();
        var ann = (await World.ProfileAsync("ann"))!;
        var until = Assert.Single(ann.Tags).Until!.Value;
        Assert.Equal((until, "testers", 1L), (ann.ReviewAt, await _town.SegmentsOfAsync("ann"), await World.SizeAsync("trial")));

        await _town.PassAsync(until - _town.Now - TimeSpan.FromTicks(1));
        Assert.Equal("testers", await _town.SegmentsOfAsync("ann"));
        await _town.PassAsync(TimeSpan.FromTicks(1));
        Assert.Equal(("", 0L), (await _town.SegmentsOfAsync("ann"), await World.SizeAsync("trial")));
        Assert.Empty((await World.Get<ReadUser>().RunAsync("ann", default))!.Tags);
        await _town.CheckAsync("expired");

        var told = Assert.Single(_town.PassagesOf((await World.ProfileAsync("ann"))!), said => said.Name == "Tags Changed");
        Assert.Equal(until, told.OccurredAt);
        Assert.Equal("""{"tag":"trial","on":false,"reason":"expired","version":1}""", told.Properties!.Value.GetRawText());
        Assert.Null(told.Tags);
    }

    [Fact]
    public async Task Marking_again_prolongs_and_the_history_has_one_spell()
    {
        await World.ActivateAsync("trial", Lasting("trial", "P3D"));
        await World.ApplyAsync(Tagged("t1", User("ann"), _town.Day, ("trial", true)));
        await _town.WorkAsync();
        var first = (await World.ProfileAsync("ann"))!.Tags[0].Until!.Value;
        await _town.PassAsync(TimeSpan.FromDays(2));
        await World.ApplyAsync(Tagged("t2", User("ann"), _town.Day, ("trial", true)));
        await _town.PassAsync(TimeSpan.FromDays(2));
        Assert.True(_town.Now > first);
        Assert.Equal(1, await World.SizeAsync("trial"));
        var key = (await World.ProfileAsync("ann"))!.Key;
        Assert.Single((await World.Get<AudienceRows>().FindAsync("tag:trial", key, default))!.Spells);
    }

    [Fact]
    public async Task A_mark_holds_as_long_as_the_definition_of_its_day_said()
    {
        await World.ActivateAsync("trial", Lasting("trial", "P3D"));
        await World.ApplyAsync(Tagged("t", User("ann"), _town.Day, ("trial", true)));
        var until = (await World.ProfileAsync("ann"))!.Tags[0].Until;
        await World.ActivateAsync("trial", Lasting("trial", "P30D"));
        await _town.WorkAsync();
        Assert.Equal(until, (await World.ProfileAsync("ann"))!.Tags[0].Until);
    }

    [Fact]
    public async Task A_tag_that_nobody_defined_holds_for_ever_and_is_counted()
    {
        await World.ApplyAsync(Tagged("t", User("ann"), _town.Day, ("found", true)));
        await _town.PassAsync(TimeSpan.FromDays(3_000));
        Assert.Equal(1, await World.SizeAsync("found"));
        await World.ApplyAsync(Tagged("u", User("ann"), _town.Day, ("found", false)));
        await _town.WorkAsync();
        Assert.Equal(0, await World.SizeAsync("found"));
        Assert.Empty(_town.PassagesOf((await World.ProfileAsync("ann"))!));
    }
}
