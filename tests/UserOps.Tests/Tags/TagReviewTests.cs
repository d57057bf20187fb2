using System.Text;
using System.Text.Json;
using UserOps.Application.Journeys;
using UserOps.Application.Scoring;
using UserOps.Application.Segments;
using UserOps.Application.Segments.Audiences;
using UserOps.Application.Segments.Sweeps;
using UserOps.Application.Storage;
using UserOps.Application.Tags;
using UserOps.Application.Users;
using UserOps.Domain.Tags;
using UserOps.Tests.Segments.Definitions;
using UserOps.Tests.Segments.Reviews;
using static UserOps.Tests.Said;
using static UserOps.Tests.Tags.TagShelf;

namespace UserOps.Tests.Tags;

public sealed class TagReviewTests
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
        Assert.Equal((until, "testers", 1L), (ann.ReviewAt, await _town.SegmentsOfAsync("ann"), await SizeAsync("trial")));

        await _town.PassAsync(until - _town.Now - TimeSpan.FromTicks(1));
        Assert.Equal("testers", await _town.SegmentsOfAsync("ann"));
        await _town.PassAsync(TimeSpan.FromTicks(1));
        Assert.Equal(("", 0L), (await _town.SegmentsOfAsync("ann"), await SizeAsync("trial")));
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
        Assert.Equal(1, await SizeAsync("trial"));
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
        Assert.Equal(1, await SizeAsync("found"));
        await World.ApplyAsync(Tagged("u", User("ann"), _town.Day, ("found", false)));
        await _town.WorkAsync();
        Assert.Equal(0, await SizeAsync("found"));
        Assert.Empty(_town.PassagesOf((await World.ProfileAsync("ann"))!));
    }

    [Fact]
    public async Task A_retired_tag_leaves_everybody_and_counts_no_more_wherever_it_comes_from()
    {
        await World.ActivateAsync("old", Document("old", "\"kind\":\"manual\""));
        await World.ApplyAsync(Tagged("t", User("ann"), _town.Day, ("old", true)));
        Assert.IsType<TagRetired.Done>(await World.Get<RetireTag>().RunAsync("old", default));
        await _town.PassAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(0, await SizeAsync("old"));
        var told = Assert.Single(_town.PassagesOf((await World.ProfileAsync("ann"))!));
        Assert.Equal("retired", told.Properties!.Value.GetProperty("reason").GetString());

        await World.ApplyAsync(Tagged("again", User("ann"), _town.Day, ("old", true), ("new", true)));
        await _town.WorkAsync();
        var ann = (await World.Get<ReadUser>().RunAsync("ann", default))!;
        Assert.Equal(("new", 1), (Assert.Single(ann.Tags).Name, ann.IgnoredTags));
        Assert.Equal(["old"], World.EventsOf((await World.ProfileAsync("ann"))!).Single(said => said.DedupeKey == "again").TagsIgnored!);
        await _town.CheckAsync("retired");
    }

    [Fact]
    public async Task What_uses_a_tag_keeps_it_from_being_retired_and_is_named()
    {
        await World.ActivateAsync("vip", Document("vip", "\"kind\":\"manual\""));
        await World.PublishAsync("good", Has("VIP"));
        await World.ActivateAsync("star", Rule("star", Has("vip")));
        var journey = """{"key":"greet","name":"Greet","entry":"manual","steps":[{"id":"mark","type":"tag","remove":["vip"]}]}""";
        await World.Get<SaveJourney>().RunAsync("greet", Encoding.UTF8.GetBytes(journey), null, default);
        Assert.IsType<JourneyPublished.Done>(await World.Get<PublishJourney>().RunAsync("greet", null, default));

        var used = Assert.IsType<TagRetired.InUse>(await World.Get<RetireTag>().RunAsync("vip", default)).By;
        Assert.Equal(("good", "greet", "star"), (Assert.Single(used.Segments), Assert.Single(used.Journeys), Assert.Single(used.Tags)));

        await World.Get<ArchiveJourney>().RunAsync("greet", default);
        Assert.IsType<TagRetired.Done>(await World.Get<RetireTag>().RunAsync("star", default));
        Assert.Equal(["good"], Assert.IsType<TagRetired.InUse>(await World.Get<RetireTag>().RunAsync("vip", default)).By.Segments);
        await World.Get<ArchiveSegment>().RunAsync("good", default);
        Assert.IsType<TagRetired.Done>(await World.Get<RetireTag>().RunAsync("vip", default));

        Assert.Equal("/where/value", Assert.Single(await World.RefusedAsync("good", Has("vip"))).At);
        Assert.Equal("/where/value", Assert.Single(await World.RefusedTagAsync("star", Rule("star", Has("vip")))).At);
        Assert.Equal("/steps/0/remove/0", Assert.Single(Assert.IsType<JourneyPublished.Refused>(await World.Get<PublishJourney>().RunAsync("greet", null, default)).Mistakes).At);
    }

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
        Assert.Equal(("", 0L), (await _town.SegmentsOfAsync("ann"), await SizeAsync("keen")));
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
        Assert.Equal(("", "keen"), (await TagsOfAsync("ann"), await TagsOfAsync("bob")));
    }

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
        Assert.Equal(2, await SizeAsync("vip"));
        await World.ApplyAsync(Alias("same", "ann", User("bob"), _town.Day));
        await _town.WorkAsync();
        Assert.Equal((1, 1), (await SizeAsync("vip"), await SizeAsync("staff")));
        await _town.CheckAsync("merged");
    }

    [Fact]
    public async Task A_browser_is_counted_once_somebody_is_known_behind_it()
    {
        await World.ApplyAsync(Tagged("a", Visitor("browser"), _town.Day, ("vip", true)));
        await _town.WorkAsync();
        Assert.Equal(0, await SizeAsync("vip"));
        await World.ApplyAsync(Identify("known", User("ann", "browser"), _town.Day));
        await _town.WorkAsync();
        Assert.Equal(1, await SizeAsync("vip"));
    }

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
        Assert.Equal(1, await SizeAsync("vip"));
    }

    [Fact]
    public async Task A_crash_while_a_tag_is_put_in_force_or_retired_leaves_nobody_behind()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var (town, random) = (new Town(), new Random(seed));
            await town.World.ApplyAsync(Tagged("a", User("ann"), town.Day, ("vip", true)), Tagged("b", User("bob"), town.Day, ("vip", true)));
            await town.WorkAsync();
            await town.World.Get<SaveTag>().RunAsync("vip", Document("vip", "\"kind\":\"manual\""), null, default);
            await CrashingAsync(town, random, () => town.World.Get<ActivateTag>().RunAsync("vip", null, default));
            await CrashingAsync(town, random, () => town.World.Get<RetireTag>().RunAsync("vip", default));
            await town.PassAsync(TimeSpan.FromHours(2));
            await town.World.Get<ResumeSweeps>().RunOnceAsync(default);
            await town.PassAsync(TimeSpan.FromMinutes(5));
            Assert.Equal(0, await town.World.Get<AudienceRows>().SizeAsync("tag:vip", default));
            Assert.Equal(TagState.Retired, (await town.World.Get<TagRows>().FindAsync("vip", default))!.Value.Head.State);
            await town.CheckAsync($"seed {seed}");
        }
    }

    private static async Task CrashingAsync(Town town, Random random, Func<Task> work)
    {
        for (var done = false; !done;)
        {
            town.World.Store.Before = town.World.Store.After = _ => random.Next(6) == 0 ? throw new IOException("broken") : Task.CompletedTask;
            try
            {
                await work();
                done = true;
            }
            catch (IOException)
            {
            }

            town.World.Store.Before = town.World.Store.After = null;
            await town.World.Get<ResumeSweeps>().RunOnceAsync(default);
        }
    }

    private Task<long> SizeAsync(string tag) => World.Get<AudienceRows>().SizeAsync(TagAudience.Of(tag), default);

    private async Task<string> TagsOfAsync(string user) => string.Join(' ', (await World.Get<ReadUser>().RunAsync(user, default))!.Tags.Select(tag => tag.Name));
}
