using System.Text.Json;
using UserOps.Application.Storage;
using UserOps.Application.Users;
using UserOps.Domain.Tags;
using UserOps.Tests.Segments.Definitions;
using UserOps.Tests.Segments.Reviews;
using static UserOps.Tests.Said;
using static UserOps.Tests.Tags.TagShelf;

namespace UserOps.Tests.Tags;

public sealed class TagPeopleTests
{
    private readonly Town _town = new();

    private World World => _town.World;

    [Fact]
    public async Task What_a_tag_carries_can_be_asked_about_until_it_expires()
    {
        await World.ActivateAsync("size", Document("size", "\"kind\":\"manual\",\"valueType\":\"text\""));
        await World.PublishAsync("large", """{"field":"tag.size","op":"is","value":"xl"}""");
        var said = Tagged("t", User("ann"), _town.Day, ("size", true)) with
        {
            TagTerms = new Dictionary<string, TagTerm> { ["size"] = new(_town.Now.AddDays(2), JsonElement.Parse("\"XL\"")) },
        };
        await World.ApplyAsync(said);
        await _town.WorkAsync();
        Assert.Equal("large", await _town.SegmentsOfAsync("ann"));
        await _town.PassAsync(TimeSpan.FromDays(2));
        Assert.Equal("", await _town.SegmentsOfAsync("ann"));
        await _town.CheckAsync("carried");
    }

    [Fact]
    public async Task Whoever_becomes_somebody_else_is_counted_once()
    {
        await World.ApplyAsync(Tagged("a", User("ann"), _town.Day, ("vip", true)), Tagged("b", User("bob"), _town.Day, ("vip", true), ("staff", true)));
        await _town.WorkAsync();
        Assert.Equal(2, await World.SizeAsync("vip"));
        await World.ApplyAsync(Alias("same", "ann", User("bob"), _town.Day));
        await _town.WorkAsync();
        Assert.Equal((1, 1), (await World.SizeAsync("vip"), await World.SizeAsync("staff")));
        await _town.CheckAsync("merged");
    }

    [Fact]
    public async Task A_browser_is_counted_once_somebody_is_known_behind_it()
    {
        await World.ApplyAsync(Tagged("a", Visitor("browser"), _town.Day, ("vip", true)));
        await _town.WorkAsync();
        Assert.Equal(0, await World.SizeAsync("vip"));
        await World.ApplyAsync(Identify("known", User("ann", "browser"), _town.Day));
        await _town.WorkAsync();
        Assert.Equal(1, await World.SizeAsync("vip"));
    }

    [Fact]
    public async Task A_tag_that_was_put_on_before_anything_counted_is_counted_once_the_tag_is_defined()
    {
        await World.ApplyAsync(Tagged("a", User("ann"), _town.Day, ("vip", true)));
        await _town.WorkAsync();
        foreach (var row in World.Store.Rows.Where(row => row.Partition.Value.StartsWith("g~", StringComparison.Ordinal)).ToList())
        {
            await World.Store.CommitAsync(row.Partition, [new Change.Delete { Key = row.Key }], default);
        }

        var (profile, etag) = await World.Get<FindUser>().RunAsync(World.Get<UserKeys>().Of(Domain.Users.Identifier.User("ann")), default) is { Holder: Holder.Here here, ETag: { } tag } ? (here.Profile, tag) : default;
        await World.Store.CommitAsync(profile!.Key, [new Change.Replace(HolderRow.Write(profile with { Tagged = null }), etag) { Key = UserRow.Profile }], default);
        await World.ActivateAsync("vip", Document("vip", "\"kind\":\"manual\""));
        await _town.PassAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(1, await World.SizeAsync("vip"));
    }
}
