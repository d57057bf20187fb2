using UserOps.Application.Segments.Audiences;
using UserOps.Application.Segments.Reviews;
using UserOps.Application.Storage;
using UserOps.Domain.Users;
using UserOps.Tests.Segments.Definitions;
using static UserOps.Tests.Said;

namespace UserOps.Tests.Segments.Reviews;

public sealed class ReviewTests
{
    private readonly Town _town = new();

    [Fact]
    public async Task An_event_lets_somebody_in_and_time_alone_out_again_on_the_day()
    {
        await _town.World.PublishAsync("active", """{"event":"Product Viewed","within":"P7D"}""");
        await _town.World.ApplyAsync(Track("seen", User("ann"), _town.Day));
        Assert.Equal("active", await _town.SegmentsOfAsync("ann"));

        await _town.PassAsync(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        Assert.Equal("active", await _town.SegmentsOfAsync("ann"));

        await _town.PassAsync(TimeSpan.FromSeconds(1));
        Assert.Equal("", await _town.SegmentsOfAsync("ann"));
        Assert.Equal("+active -active", await _town.ToldOfAsync("ann"));
        await _town.CheckAsync("in and out");
    }

    [Fact]
    public async Task The_history_says_when_and_by_which_version()
    {
        await _town.World.PublishAsync("active", """{"event":"Product Viewed","within":"P7D"}""");
        var came = _town.Now;
        await _town.World.ApplyAsync(Track("seen", User("ann"), _town.Day));
        await _town.World.PublishAsync("active", """{"event":"Product Viewed","within":"P3D"}""");
        await _town.World.ApplyAsync(Track("again", User("ann"), _town.Day));
        await _town.PassAsync(TimeSpan.FromDays(3));

        var ann = (await _town.World.ProfileAsync("ann"))!;
        var member = (await _town.World.Get<AudienceRows>().FindAsync("active", ann.Key, default))!;
        Assert.False(member.In);
        var spell = Assert.Single(member.Spells);
        Assert.Equal((came, 1, _town.Now, 2), (spell.Since, spell.Version, spell.Until, spell.LeftBy));
    }

    [Fact]
    public async Task An_event_that_puts_the_instant_off_writes_no_row_and_the_standing_one_sets_the_next()
    {
        await _town.World.PublishAsync("active", """{"event":"Product Viewed","within":"P7D"}""");
        await _town.World.ApplyAsync(Track("first", User("ann"), _town.Day));
        var first = (await _town.World.ProfileAsync("ann"))!.ReviewAt;
        await _town.PassAsync(TimeSpan.FromDays(5));
        await _town.World.ApplyAsync(Track("second", User("ann"), _town.Day));
        Assert.Equal(first, (await _town.World.ProfileAsync("ann"))!.ReviewAt);
        Assert.Single(Due());

        await _town.PassAsync(TimeSpan.FromDays(2));
        Assert.Equal("active", await _town.SegmentsOfAsync("ann"));
        Assert.Equal(_town.Now.AddDays(5), (await _town.World.ProfileAsync("ann"))!.ReviewAt);
        Assert.Single(Due());

        await _town.PassAsync(TimeSpan.FromDays(5));
        Assert.Equal("", await _town.SegmentsOfAsync("ann"));
        Assert.Empty(Due());
    }

    [Fact]
    public async Task An_event_that_no_segment_mentions_costs_no_review()
    {
        await _town.World.PublishAsync("active", """{"event":"Product Viewed","within":"P7D"}""");
        await _town.World.ApplyAsync(Track("seen", User("ann"), _town.Day));
        await _town.World.DrainAsync();
        var before = _town.World.Store.Counts;
        await _town.World.ApplyAsync(Track("else", User("ann"), _town.Day, "Something Else"));
        var after = _town.World.Store.Counts;
        Assert.Equal((1, 0, 1), (after.Gets - before.Gets, after.Queries - before.Queries, after.Commits - before.Commits));
    }

    [Fact]
    public async Task Being_told_of_a_segment_is_no_sign_of_life()
    {
        await _town.World.PublishAsync("unseen", """{"field":"user.lastSeen","op":"notWithinLast","value":"P5D"}""");
        await _town.World.ApplyAsync(Track("seen", User("ann"), _town.Day));
        await _town.PassAsync(TimeSpan.FromDays(20));
        Assert.Equal("unseen", await _town.SegmentsOfAsync("ann"));
        Assert.Equal("+unseen", await _town.ToldOfAsync("ann"));
    }

    [Fact]
    public async Task A_browser_is_in_no_segment_until_somebody_is_known_behind_it()
    {
        await _town.World.PublishAsync("silent", """{"event":"Order Completed","times":{"atMost":0}}""");
        await _town.World.ApplyAsync(Track("seen", Visitor("browser"), _town.Day));
        Assert.Null(Assert.Single(_town.World.Profiles()).Segments);
        await _town.World.ApplyAsync(Identify("known", User("ann", "browser"), _town.Day));
        Assert.Equal("silent", await _town.SegmentsOfAsync("ann"));
        await _town.WorkAsync();
        await _town.CheckAsync("known");
    }

    [Fact]
    public async Task Whoever_becomes_somebody_else_leaves_the_audience_and_the_person_stays_in_without_coming_in_again()
    {
        await _town.PublishAllAsync();
        await _town.World.ApplyAsync(Identify("a", User("ann"), _town.Day, ("city", "Ulm")), Tagged("t", User("ann"), _town.Day, ("vip", true)));
        await _town.World.ApplyAsync(Identify("b", User("bob"), _town.Day, ("city", "Bonn")), Track("v", User("bob"), _town.Day));
        await _town.WorkAsync();
        await _town.World.ApplyAsync(Alias("same", "ann", User("bob"), _town.Day));
        await _town.WorkAsync();

        var one = Assert.Single(_town.World.Profiles());
        Assert.Equal("active vip", string.Join(' ', one.Segments!.Select(segment => segment.Segment)));
        Assert.Equal(1, _town.PassagesOf(one).Count(said => said.Name == "Segment Entered" && said.Properties!.Value.GetProperty("segment").GetString() == "vip"));
        await _town.CheckAsync("merged");
    }

    [Fact]
    public async Task Somebody_whose_review_fails_holds_nobody_up_and_is_looked_at_later()
    {
        await _town.World.PublishAsync("active", """{"event":"Product Viewed","within":"P7D"}""");
        await _town.World.ApplyAsync(Track("a", User("ann"), _town.Day), Track("b", User("bob"), _town.Day));
        await _town.WorkAsync();
        var ann = (await _town.World.ProfileAsync("ann"))!.Key;
        _town.World.Store.Before = operation => operation.Partition.Value == ann ? throw new IOException("broken") : Task.CompletedTask;
        await _town.PassAsync(TimeSpan.FromDays(7));
        _town.World.Store.Before = null;
        Assert.Equal(("active", ""), (await _town.SegmentsOfAsync("ann"), await _town.SegmentsOfAsync("bob")));
        await _town.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal("", await _town.SegmentsOfAsync("ann"));
        await _town.CheckAsync("after");
    }

    [Fact]
    public async Task What_a_review_left_that_came_by_a_former_name_is_found_by_the_next()
    {
        await _town.World.PublishAsync("active", """{"event":"Product Viewed","within":"P7D"}""");
        await _town.World.ApplyAsync(Identify("b", User("bob"), _town.Day), Track("a", User("ann"), _town.Day));
        await _town.World.ApplyAsync(Alias("same", "ann", User("bob"), _town.Day));
        await _town.PassAsync(TimeSpan.FromMinutes(2));
        var person = Assert.Single(_town.World.Profiles());
        foreach (var row in _town.World.Store.Rows.Where(row => row.Partition.Value.StartsWith("due~", StringComparison.Ordinal)))
        {
            await _town.World.Store.CommitAsync(row.Partition, [new Change.Delete { Key = row.Key }], default);
        }

        // The row that was written before the two were one.
        var former = World.Keys.Of(Identifier.User(person.Key == World.Keys.Of(Identifier.User("ann")) ? "bob" : "ann"));
        _town.Clock.Advance(TimeSpan.FromDays(7));
        await _town.World.Get<DueReviews>().SetAsync(former, _town.Now, default);
        _town.World.Store.After = operation => operation.Partition.Value == person.Key && operation.Changes.Count > 0 ? throw new IOException("gone") : Task.CompletedTask;
        await _town.World.Get<ReviewDueUsers>().RunOnceAsync(default);
        _town.World.Store.After = null;

        await _town.PassAsync(TimeSpan.FromMinutes(1));
        await _town.CheckAsync("by a former name");
    }

    private IEnumerable<string> Due() => _town.World.Store.Rows.Where(row => row.Partition.Value.StartsWith("due~", StringComparison.Ordinal)).Select(row => row.Key.Value);
}
