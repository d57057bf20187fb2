using UserOps.Application.Tags;
using UserOps.Application.Users;
using UserOps.Tests.Segments.Definitions;
using UserOps.Tests.Segments.Reviews;
using static UserOps.Tests.Said;
using static UserOps.Tests.Tags.TagShelf;

namespace UserOps.Tests.Tags;

public sealed class TagRuleTests
{
    private readonly Town _town = new();

    private World World => _town.World;

    [Fact]
    public async Task A_rule_tag_goes_by_segments_and_segments_by_it()
    {
        await World.PublishAsync("active", """{"event":"Product Viewed","within":"P7D"}""");
        await World.ActivateAsync("keen", Rule("keen", """{"all":[{"segment":"active"},{"field":"tag","op":"hasNot","value":"staff"}]}"""));
        await World.PublishAsync("call", Has("keen"));
        await World.ApplyAsync(Track("v", User("ann"), _town.Day), Track("w", User("bob"), _town.Day), Tagged("s", User("bob"), _town.Day, ("staff", true)));
        await _town.WorkAsync();
        Assert.Equal(("active call", "active"), (await _town.SegmentsOfAsync("ann"), await _town.SegmentsOfAsync("bob")));
        var tag = Assert.Single((await World.Get<ReadUser>().RunAsync("ann", default))!.Tags);
        Assert.Equal(("keen", TagOrigin.Rule, 1), (tag.Name, tag.Origin, tag.Version));
        await _town.PassAsync(TimeSpan.FromDays(7));
        Assert.Equal(("", 0L), (await _town.SegmentsOfAsync("ann"), await World.SizeAsync("keen")));
        Assert.Equal(["""{"tag":"keen","on":true,"reason":"rule","version":1}""", """{"tag":"keen","on":false,"reason":"rule","version":1}"""],
            _town.PassagesOf((await World.ProfileAsync("ann"))!).Where(said => said.Name == "Tags Changed").Select(said => said.Properties!.Value.GetRawText()));
        await _town.CheckAsync("rules");

        Assert.Contains("tag:keen → active → tag:keen", Assert.Single(await World.RefusedAsync("active", Has("keen"))).What.Replace("active → tag:keen → active", "tag:keen → active → tag:keen", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_s_word_gives_or_takes_a_tag_that_goes_by_a_rule()
    {
        await World.ActivateAsync("keen", Rule("keen", """{"event":"Product Viewed"}"""));
        await World.ApplyAsync(Tagged("t", User("ann"), _town.Day, ("keen", true)), Track("v", User("bob"), _town.Day));
        await World.ApplyAsync(Tagged("u", User("bob"), _town.Day, ("keen", false)));
        await _town.WorkAsync();
        Assert.Equal(("", "keen"), (await World.TagsOfAsync("ann"), await World.TagsOfAsync("bob")));
    }
}
