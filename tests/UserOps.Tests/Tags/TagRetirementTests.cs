using System.Text;
using UserOps.Application.Journeys;
using UserOps.Application.Segments;
using UserOps.Application.Segments.Audiences;
using UserOps.Application.Segments.Sweeps;
using UserOps.Application.Tags;
using UserOps.Application.Users;
using UserOps.Tests.Segments.Definitions;
using UserOps.Tests.Segments.Reviews;
using static UserOps.Tests.Said;
using static UserOps.Tests.Tags.TagShelf;

namespace UserOps.Tests.Tags;

public sealed class TagRetirementTests
{
    private readonly Town _town = new();

    private World World => _town.World;

    [Fact]
    public async Task A_retired_tag_leaves_everybody_and_counts_no_more_wherever_it_comes_from()
    {
        await World.ActivateAsync("old", Document("old", "\"kind\":\"manual\""));
        await World.ApplyAsync(Tagged("t", User("ann"), _town.Day, ("old", true)));
        Assert.IsType<TagRetired.Done>(await World.Get<RetireTag>().RunAsync("old", default));
        await _town.PassAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(0, await World.SizeAsync("old"));
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
}
