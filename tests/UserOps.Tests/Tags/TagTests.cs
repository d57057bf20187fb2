using UserOps.Domain.Tags;
using UserOps.Domain.Users;
using static UserOps.Tests.Said;

namespace UserOps.Tests.Tags;

public sealed class TagTests
{
    [Theory]
    [InlineData("VIP", "vip")]
    [InlineData("  early bird ", "early bird")]
    [InlineData("重要客户", "重要客户")]
    [InlineData("Café", "café")]
    [InlineData("", null)]
    [InlineData("   ", null)]
    [InlineData("a\nb", null)]
    [InlineData(null, null)]
    public void Tags_are_trimmed_and_written_small(string? text, string? name) => Assert.Equal(name, TagName.Of(text));

    [Fact]
    public void A_tag_has_at_most_60_characters()
    {
        Assert.NotNull(TagName.Of(new string('x', 60)));
        Assert.Null(TagName.Of(new string('x', 61)));
        Assert.Null(TagName.Of("half \ud83d"));
    }

    [Fact]
    public async Task The_last_word_on_a_tag_counts_in_whatever_order_it_is_heard()
    {
        var world = new World();
        await world.ApplyEachAsync([Tagged("t3", User("ann"), 3, ("vip", false)), Tagged("t1", User("ann"), 1, ("vip", true), ("trial", true)), Tagged("t2", User("ann"), 2, ("trial", true))]);

        Assert.Equal(["trial=True", "vip=False"], (await world.ProfileAsync("ann"))!.Tags.Select(tag => $"{tag.Name}={tag.On}"));
    }

    [Fact]
    public async Task Beyond_what_a_profile_holds_the_oldest_words_are_forgotten()
    {
        var world = new World();
        await world.ApplyAsync([.. Enumerable.Range(0, Profile.MaxTags + 5).Select(i => Tagged($"t{i}", User("ann"), i, ($"tag {i}", true)))]);

        var tags = (await world.ProfileAsync("ann"))!.Tags;
        Assert.Equal(Profile.MaxTags, tags.Count);
        Assert.DoesNotContain(tags, tag => tag.Name is "tag 0" or "tag 4");
    }
}
