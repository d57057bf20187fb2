using System.Text.Json;
using UserOps.Application.Users;
using UserOps.Domain.Events;
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
    public void When_a_tag_expires_is_kept_and_absent_where_it_never_does()
    {
        var until = new DateTimeOffset(2026, 7, 1, 0, 0, 0, TimeSpan.Zero);
        var said = new Stamp(until.AddDays(-9), "e");
        var profile = new Profile { Key = "u", FirstSeen = said.At, LastSeen = said.At, Tags = [new("trial", true, said, until), new("vip", true, said)] };

        var json = JsonSerializer.SerializeToElement(profile, UserJson.Compact.Profile);

        Assert.Equal(profile.Tags, json.Deserialize(UserJson.Compact.Profile)!.Tags);
        Assert.Equal([true, false], json.GetProperty("tags").EnumerateArray().Select(tag => tag.TryGetProperty("until", out _)));
        Assert.Equal([true, false, true], ((DateTimeOffset[])[until.AddTicks(-1), until, until.AddTicks(-1)]).Select(profile.Tags[0].Holds));
        Assert.False((profile.Tags[0] with { On = false }).Holds(said.At));
    }

    [Fact]
    public void A_word_about_one_tag_leaves_the_time_of_another_and_a_later_word_about_the_same_ends_it()
    {
        var until = new DateTimeOffset(2026, 7, 1, 0, 0, 0, TimeSpan.Zero);
        var (said, later) = (new Stamp(until.AddDays(-9), "e"), new Stamp(until.AddDays(-8), "f"));
        TagMark[] marks = [new("trial", true, said, until)];

        Assert.Equal([marks[0], new("vip", true, later)], TagFold.Apply(marks, new Dictionary<string, bool> { ["vip"] = true }, null, later));
        Assert.Equal([new("trial", true, later)], TagFold.Apply(marks, new Dictionary<string, bool> { ["trial"] = true }, null, later));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(60)]
    public async Task Whatever_tags_somebody_has_they_take_less_than_150_KiB_of_the_profile(int length)
    {
        var world = new World();
        var all = Enumerable.Range(0, Profile.MaxTags + 50).Select(i => ($"{i:d4}" + new string('字', length - 4), true)).ToArray();
        for (var i = 0; i < all.Length; i += 50)
        {
            var names = all.Skip(i).Take(50).ToArray();
            var terms = names.ToDictionary(name => name.Item1, _ => new TagTerm(Said.Start.AddYears(90), JsonElement.Parse("\"a value of some length\"")));
            await world.ApplyAsync(Tagged($"t{i}", User("ann"), i, names) with { TagTerms = terms });
        }

        var ann = (await world.ProfileAsync("ann"))!;
        Assert.InRange(JsonSerializer.SerializeToUtf8Bytes(ann, UserJson.Compact.Profile).Length, 20_000, 150 * 1024);
        Assert.Equal(ann.Tags.Count, ann.Tagged!.Count);
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
