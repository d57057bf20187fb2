using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using UserOps.Application.Segments;
using UserOps.Application.Segments.Audiences;
using UserOps.Application.Segments.Members;
using UserOps.Application.Segments.Reviews;
using UserOps.Application.Segments.Sweeps;
using UserOps.Application.Storage;
using UserOps.Application.Tags;
using UserOps.Application.Users;
using UserOps.Tests.Segments.Definitions;
using UserOps.Tests.Segments.Reviews;
using static UserOps.Tests.Said;

namespace UserOps.Tests.Segments.Members;

public sealed class MemberTests
{
    private readonly Town _town = new();

    [Fact]
    public async Task Whoever_uses_a_segment_finds_those_gone_whose_instant_has_come()
    {
        await _town.World.PublishAsync("active", """{"event":"Product Viewed","within":"P7D"}""");
        await _town.World.ApplyAsync(Track("a", User("ann"), _town.Day));
        _town.Clock.Advance(TimeSpan.FromDays(3));
        await _town.World.ApplyAsync(Track("b", User("bob"), _town.Day));
        _town.Clock.Advance(TimeSpan.FromDays(4));

        // No worker has looked since.
        Assert.Equal(["bob"], await FileAsync("active"));
    }

    [Fact]
    public async Task Files_put_segments_together()
    {
        await _town.World.PublishAsync("ulm", SegmentShelf.Ulm);
        await _town.World.PublishAsync("vip", """{"field":"tag","op":"has","value":"vip"}""");
        await _town.World.ApplyAsync(
            Identify("1", User("ann"), _town.Day, ("city", "Ulm")), Identify("2", User("bob"), _town.Day, ("city", "Ulm")), Tagged("3", User("bob"), _town.Day, ("vip", true)), Tagged("4", User("cem"), _town.Day, ("vip", true)));
        Assert.Equal(["bob"], await FileAsync("ulm", and: ["vip"]));
        Assert.Equal(["ann"], await FileAsync("ulm", minus: ["vip"]));
        Assert.Equal(["ann", "bob", "cem"], await FileAsync("ulm", or: ["vip"]));
        Assert.Single(await FileAsync("ulm", sample: 1));
    }

    [Fact]
    public async Task A_list_changes_by_hand_only_and_others_are_built_from_it()
    {
        await _town.World.PublishAsync("friends", SegmentShelf.List("friends"));
        await _town.World.PublishAsync("ulm-friends", $$"""{"all":[{"segment":"friends"},{{SegmentShelf.Ulm}}]}""");
        await _town.World.ApplyAsync(Identify("1", User("ann"), _town.Day, ("city", "Ulm")), Identify("2", User("bob"), _town.Day, ("city", "Bonn")));
        Assert.True(await PutAsync("ann", true));
        Assert.True(await PutAsync("bob", true));
        Assert.False(await PutAsync("bob", true));
        Assert.Equal("friends ulm-friends", await _town.SegmentsOfAsync("ann"));
        Assert.Equal("friends", await _town.SegmentsOfAsync("bob"));

        await _town.World.ApplyAsync(Identify("3", User("bob"), _town.Day + 0.1, ("city", "Ulm")));
        Assert.Equal("friends ulm-friends", await _town.SegmentsOfAsync("bob"));

        Assert.True(await PutAsync("ann", false));
        Assert.Equal("", await _town.SegmentsOfAsync("ann"));
        await _town.PassAsync(BackFill.Wait);
        await _town.CheckAsync("lists");
        Assert.Equal("+friends +ulm-friends -friends -ulm-friends", string.Join(' ', (await _town.ToldOfAsync("ann")).Split(' ').Order()));
    }

    [Fact]
    public async Task Who_is_on_a_list_that_this_process_has_not_heard_of_stays_on_it()
    {
        await _town.World.ApplyAsync(Identify("1", User("ann"), _town.Day, ("city", "Ulm")));
        await _town.World.PublishAsync("ulm", SegmentShelf.Ulm);
        var late = new PublishedSegments(_town.World.Get<SegmentRows>(), _town.World.Get<TagRows>(), _town.Clock, NullLogger<PublishedSegments>.Instance);
        await late.RunAsync(default);
        await _town.World.PublishAsync("friends", SegmentShelf.List("friends"));
        Assert.True(await PutAsync("ann", true));

        var review = new ReviewUser(
            _town.World.Get<ITableStore>(), _town.World.Get<FindUser>(), late, _town.World.Get<JudgeSegments>(), _town.World.Get<DueReviews>(), _town.Clock);
        await review.RunAsync((await _town.World.ProfileAsync("ann"))!.Key, new(), default);
        Assert.Null((await late.RunAsync(default)).Find("friends"));
        Assert.Contains("friends", await _town.SegmentsOfAsync("ann"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_users_history_says_where_they_are_and_were()
    {
        await _town.World.PublishAsync("active", """{"event":"Product Viewed","within":"P7D"}""");
        await _town.World.PublishAsync("ulm", SegmentShelf.Ulm);
        await _town.World.ApplyAsync(Track("a", User("ann"), _town.Day), Identify("1", User("ann"), _town.Day, ("city", "Ulm")));
        _town.Clock.Advance(TimeSpan.FromDays(8));
        var segments = (await _town.World.Get<ReadUserSegments>().RunAsync("ann", default))!.Segments;
        Assert.Equal([("active", false), ("ulm", true)], segments.Select(one => (one.Segment, one.In)));
        Assert.Equal(_town.Now, Assert.Single(segments[0].Spells).Until);
    }

    [Fact]
    public async Task A_page_goes_on_where_the_one_before_ended()
    {
        await _town.World.PublishAsync("ulm", SegmentShelf.Ulm);
        await _town.World.ApplyAsync([.. Enumerable.Range(0, 30).Select(i => Identify($"i{i}", User($"u{i}"), _town.Day, ("city", "Ulm")))]);
        var all = await _town.World.Get<AudienceMembers>().RunAsync("ulm", null, default).ToListAsync();
        var rest = await _town.World.Get<AudienceMembers>().RunAsync("ulm", AudiencePlace.Parse(AudiencePlace.Of(all[11].UserKey).ToString()), default).ToListAsync();
        Assert.Equal(all.Skip(11).Select(member => member.UserKey), rest.Select(member => member.UserKey));
    }

    private async Task<string[]> FileAsync(string segment, string[]? or = null, string[]? and = null, string[]? minus = null, int? sample = null)
    {
        using var file = new MemoryStream();
        await _town.World.Get<ExportMembers>().RunAsync(new(segment, or ?? [], and ?? [], minus ?? [], sample, "seed"), file, default);
        return [.. Encoding.UTF8.GetString(file.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1).Select(line => line.Split(',')[0]).Order()];
    }

    private async Task<bool> PutAsync(string user, bool on) => await _town.World.Get<PutOnList>().RunAsync(
        (await _town.World.ProfileAsync(user))!.Key, (await _town.World.Get<PublishedSegments>().ReadAsync(default)).Find("friends")!, on, default);
}
