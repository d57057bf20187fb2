using UserOps.Application.Scoring;
using UserOps.Application.Tags;
using UserOps.Tests.Segments.Definitions;
using UserOps.Tests.Segments.Reviews;
using static UserOps.Tests.Said;
using static UserOps.Tests.Tags.TagShelf;

namespace UserOps.Tests.Tags;

public sealed class TagListTests
{
    private readonly Town _town = new();

    private World World => _town.World;

    [Fact]
    public async Task The_list_says_what_nobody_defined_what_is_unused_and_what_is_stale()
    {
        await World.ActivateAsync("trial", Lasting("trial", "P3D"));
        await World.PublishAsync("testers", Has("trial"));
        await World.ApplyAsync(Tagged("t", User("ann"), _town.Day, ("trial", true), ("found", true)));
        await _town.WorkAsync();
        Assert.Equal(["found Undefined 1 unused", "trial Active 1"], await ListAsync());
        await _town.PassAsync(TimeSpan.FromDays(100));
        Assert.Equal(["found Undefined 1 unused stale", "trial Active 0 stale"], await ListAsync());

        var page = await World.Get<ListTags>().RunAsync(null, 1, default);
        Assert.Equal("trial", Assert.Single((await World.Get<ListTags>().RunAsync(page.Next, 1, default)).Tags).Key);

        async Task<string[]> ListAsync() => [.. (await World.Get<ListTags>().RunAsync(null, 20, default)).Tags
            .Select(tag => $"{tag.Key} {tag.State} {tag.Coverage}{(tag.Unused ? " unused" : "")}{(tag.Stale ? " stale" : "")}")];
    }

    [Fact]
    public async Task A_tag_s_lineage_names_what_its_rule_is_made_of()
    {
        await World.PublishAsync("active", """{"event":"Product Viewed","within":"P7D"}""");
        await World.ActivateAsync("keen", Rule("keen", """{"all":[{"segment":"active"},{"event":"Order Completed"},{"field":"trait.city","op":"is","value":"Ulm"},{"field":"tag","op":"has","value":"vip"}]}"""));
        var from = (await World.Get<ReadTag>().RunAsync("keen", default))!.From!;
        Assert.Equal(["Order Completed"], from.Events);
        Assert.Equal(["trait.", "tag"], from.Fields);
        Assert.Equal(("vip", "active"), (Assert.Single(from.Tags), Assert.Single(from.Segments)));
        Assert.Equal(["keen"], (await World.Get<ReadTag>().RunAsync("vip", default))!.UsedBy.Tags);
    }

    [Fact]
    public async Task The_night_keeps_how_many_had_a_tag_and_twice_is_once()
    {
        await World.ApplyAsync(Tagged("a", User("ann"), _town.Day, ("vip", true)), Tagged("b", User("bob"), _town.Day, ("vip", true)));
        await _town.WorkAsync();
        var run = new ScoringRun { AsOf = new(2026, 7, 1), Status = RunStatus.Done, Live = true };
        await World.Get<NoteTagDays>().RunAsync(run, default);
        await _town.PassAsync(TimeSpan.FromDays(1));
        await World.ApplyAsync(Tagged("c", User("bob"), _town.Day, ("vip", false)));
        await _town.WorkAsync();
        await World.Get<NoteTagDays>().RunAsync(run with { AsOf = new(2026, 7, 2) }, default);
        await World.Get<NoteTagDays>().RunAsync(run with { AsOf = new(2026, 7, 2) }, default);
        await World.Get<NoteTagDays>().RunAsync(run with { AsOf = new(2026, 6, 1), Live = false }, default);
        var days = await World.Get<TagDays>().BetweenAsync("vip", new(2026, 1, 1), new(2026, 7, 2), default).ToListAsync();
        Assert.Equal([new(new(2026, 7, 1), 2), new(new(2026, 7, 2), 1)], days);
    }
}
