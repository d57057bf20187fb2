using System.Text.Json;
using UserOps.Application.Messages.Templates;
using UserOps.Application.Tags;
using UserOps.Domain.Events;
using UserOps.Domain.Tags;
using UserOps.Tests.Messages.Templates;
using UserOps.Tests.Segments.Definitions;
using UserOps.Tests.Segments.Reviews;
using static UserOps.Tests.Said;
using static UserOps.Tests.Tags.TagShelf;

namespace UserOps.Tests.Tags;

public sealed class ComputedTagTests
{
    private static readonly byte[] Likes = Computed("likes", "text", "\"of\":\"mostFrequent\",\"event\":\"Product Viewed\",\"property\":\"category\",\"within\":\"P7D\"");

    private readonly Town _town = new();

    private World World => _town.World;

    [Fact]
    public async Task What_was_looked_at_most_is_carried_asked_about_and_gone_when_it_falls_out_of_the_window()
    {
        await World.ActivateAsync("likes", Likes);
        await World.PublishAsync("shoes", """{"field":"tag.likes","op":"is","value":"shoes"}""");
        await World.ApplyAsync(Looked("1", "shoes"), Looked("2", "hats", 1), Looked("3", "hats", 1.5));
        _town.Clock.Advance(TimeSpan.FromDays(2));
        await _town.WorkAsync();
        Assert.Equal(("likes=hats", ""), (await World.TagsOfAsync("ann"), await _town.SegmentsOfAsync("ann")));

        await World.ApplyAsync(Looked("4", "shoes", 2));
        await _town.WorkAsync();
        Assert.Equal(("likes=shoes", "shoes"), (await World.TagsOfAsync("ann"), await _town.SegmentsOfAsync("ann")));

        // The first look falls out on the seventh day, and with it the tie.
        await _town.PassAsync(TimeSpan.FromDays(5) - TimeSpan.FromTicks(1));
        Assert.Equal("likes=shoes", await World.TagsOfAsync("ann"));
        await _town.PassAsync(TimeSpan.FromTicks(1));
        Assert.Equal(("likes=hats", ""), (await World.TagsOfAsync("ann"), await _town.SegmentsOfAsync("ann")));
        await _town.PassAsync(TimeSpan.FromDays(2));
        Assert.Equal(("", 0L), (await World.TagsOfAsync("ann"), await World.SizeAsync("likes")));
        await _town.CheckAsync("computed");
    }

    [Fact]
    public async Task Coming_and_going_is_told_once_and_a_change_of_the_value_is_no_event()
    {
        await World.ActivateAsync("likes", Likes);
        await World.ApplyAsync(Looked("1", "shoes"));
        await _town.WorkAsync();
        await World.ApplyAsync(Looked("2", "hats", 0.001));
        _town.Clock.Advance(TimeSpan.FromHours(1));
        await _town.WorkAsync();
        await _town.PassAsync(TimeSpan.FromDays(8));
        Assert.Equal(
            ["""{"tag":"likes","on":true,"reason":"computed","version":1,"value":"shoes"}""", """{"tag":"likes","on":false,"reason":"computed","version":1}"""],
            _town.PassagesOf((await World.ProfileAsync("ann"))!).Select(said => said.Properties!.Value.GetRawText()));
    }

    [Fact]
    public async Task Another_definition_computes_anew_for_everybody_and_no_word_counts()
    {
        await World.ApplyAsync(Looked("1", "shoes"), Looked("2", "hats", 0.001));
        await World.ActivateAsync("likes", Likes);
        await _town.PassAsync(TimeSpan.FromMinutes(2));
        Assert.Equal("likes=hats", await World.TagsOfAsync("ann"));

        await World.ActivateAsync("likes", Computed("likes", "number", "\"of\":\"count\",\"event\":\"Product Viewed\",\"within\":\"P7D\""));
        await World.ApplyAsync(Tagged("t", User("ann"), _town.Day, ("likes", false)));
        await _town.PassAsync(TimeSpan.FromMinutes(2));
        Assert.Equal("likes=2", await World.TagsOfAsync("ann"));
        var tag = (await World.Get<ReadTag>().RunAsync("likes", default))!;
        Assert.Equal((TagKind.Computed, "Product Viewed", 1L), (tag.Kind, Assert.Single(tag.From!.Events), tag.Coverage));
        await _town.CheckAsync("anew");
    }

    [Theory]
    [InlineData("Tags Changed")]
    [InlineData("Segment Entered")]
    [InlineData("Segment Left")]
    public async Task What_tags_and_segments_make_known_themselves_is_not_computed_with(string name) => Assert.Equal(
        "/compute/event", Assert.Single(await World.RefusedTagAsync("n", Computed("n", "number", $"\"of\":\"count\",\"event\":\"{name}\",\"within\":\"P7D\""))).At);

    [Fact]
    public async Task Templates_write_what_tags_carry()
    {
        await World.ActivateAsync("likes", Likes);
        await World.ApplyAsync(Looked("1", "shoes"), Tagged("t", User("ann"), _town.Day, ("vip", true)));
        await _town.WorkAsync();
        await World.Get<SaveTemplate>().RunAsync("hello", Written.Sms("{{default tag.likes \"things\"}}{{#if tag.vip}} for you{{/if}}{{#if tag.staff}}!{{/if}}"), default);
        Assert.IsType<Publishing.Published>(await World.Get<PublishTemplate>().RunAsync("hello", default));
        Assert.Equal("shoes for you", await RenderedAsync());
        await _town.PassAsync(TimeSpan.FromDays(8));
        Assert.Equal("things for you", await RenderedAsync());

        async Task<string> RenderedAsync() => Assert.IsType<Rendering.Rendered>(
            await World.Get<RenderTemplate>().RunAsync("hello", null, new() { Profile = (await World.ProfileAsync("ann"))! }, default)).Message.Parts.Body!;
    }

    private UserEvent Looked(string key, string category, double day = 0) =>
        Track(key, User("ann"), _start + day) with { Properties = JsonElement.Parse($$"""{"category":"{{category}}"}""") };

    private readonly double _start;

    public ComputedTagTests() => _start = _town.Day;
}
