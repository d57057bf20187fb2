using System.Text;
using UserOps.Application.Journeys;
using UserOps.Application.Segments;
using UserOps.Application.Storage;
using UserOps.Application.Tags;
using UserOps.Domain.Journeys;
using UserOps.Tests.Storage;
using UserOps.Tests.Tags;
using static UserOps.Tests.Segments.Definitions.SegmentShelf;

namespace UserOps.Tests.Segments.Definitions;

/// <summary>A journey is published while what it names is archived or retired: one of the two is refused, whichever step of one the other comes between.</summary>
public sealed class ArchiveRaceTests
{
    private const string Journey = """{"key":"greet","name":"Greet","entry":{"enters":"ulm"},"steps":[{"id":"mark","type":"tag","add":["met"]}]}""";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_of_the_two_is_refused_wherever_the_other_comes_between(bool retire)
    {
        for (var step = 0; ; step++)
        {
            var world = await WorldAsync();
            var operations = 0;
            Task<bool>? gone = null;
            world.Store.Before = async _ =>
            {
                if (operations++ == step)
                {
                    world.Store.Before = null;
                    await (gone = GoneAsync(world, retire));
                }
            };
            var published = await world.Get<PublishJourney>().RunAsync("greet", null, default) is JourneyPublished.Done;
            world.Store.Before = null;
            if (gone is null)
            {
                Assert.InRange(step, 8, 200);
                return;
            }

            Assert.True(published != await gone, $"step {step}: the journey was {(published ? "published" : "refused")}, and what it names {(await gone ? "gone" : "kept")}");
            await CheckAsync(world, step);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_of_the_two_is_refused_wherever_the_journey_comes_between(bool retire)
    {
        for (var step = 0; ; step++)
        {
            var world = await WorldAsync();
            var operations = 0;
            Task<JourneyPublished>? published = null;
            world.Store.Before = async _ =>
            {
                if (operations++ == step)
                {
                    world.Store.Before = null;
                    await (published = world.Get<PublishJourney>().RunAsync("greet", null, default));
                }
            };
            var gone = await GoneAsync(world, retire);
            world.Store.Before = null;
            if (published is null)
            {
                Assert.InRange(step, 8, 500);
                return;
            }

            // What comes after the archiving is committed, its back-fill, is none of the journey's business.
            Assert.True((await published is JourneyPublished.Done) != gone, $"step {step}");
            await CheckAsync(world, step);
        }
    }

    [Fact]
    public async Task Whoever_died_while_publishing_keeps_nothing_from_being_archived()
    {
        for (var fatal = 0; ; fatal++)
        {
            var world = await WorldAsync();
            var writes = 0;
            world.Store.Before = world.Store.After = operation =>
                operation.Kind == StoreOperationKind.Commit && writes++ == fatal ? throw new TimeoutException() : Task.CompletedTask;
            var died = await Record.ExceptionAsync(() => world.Get<PublishJourney>().RunAsync("greet", null, default)) is TimeoutException;
            world.Store.Before = world.Store.After = null;
            var published = (await world.Get<JourneyRows>().FindAsync("greet", default))!.Value.Head.State == JourneyState.Published;
            Assert.NotEqual(published, await GoneAsync(world, retire: false));
            await CheckAsync(world, fatal);
            if (!died)
            {
                Assert.InRange(fatal, 4, 20);
                return;
            }
        }
    }

    [Fact]
    public async Task What_this_release_cannot_read_is_named_and_keeps_everything()
    {
        var world = await WorldAsync();
        Assert.IsType<JourneyPublished.Done>(await world.Get<PublishJourney>().RunAsync("greet", null, default));
        await world.PublishAsync("bonn", Ulm);
        foreach (var row in world.Store.Rows.Where(row => row.Key.Value.StartsWith("v~greet~", StringComparison.Ordinal)))
        {
            var other = Documents.WriteBytes("""{"key":"greet","name":"Of a later release"}"""u8, "journey", 1, new Property(VersionedRows.PublishedName, DateTimeOffset.UnixEpoch));
            await world.Store.CommitAsync(row.Partition, [new Change.Upsert(other) { Key = row.Key }], default);
        }

        // Not the one that has read it before.
        var uses = new FindSegmentUses(world.Get<PublishedSegments>(), world.Get<JourneyRows>(), new(world.Get<JourneyRows>(), ConditionForm.Full));
        Assert.Equal(["journeys/greet"], (await uses.RunAsync("bonn", default)).Unreadable);
        Assert.False((await uses.RunAsync("bonn", default)).None);
    }

    private static async Task<World> WorldAsync()
    {
        var world = new World();
        await world.PublishAsync("ulm", Ulm);
        await world.ActivateAsync("met", TagShelf.Document("met", "\"kind\":\"manual\""));
        Assert.Empty(Assert.IsType<JourneySaved.Kept>(await world.Get<SaveJourney>().RunAsync("greet", Encoding.UTF8.GetBytes(Journey), null, default)).Mistakes);
        return world;
    }

    private static async Task<bool> GoneAsync(World world, bool retire) => retire
        ? await world.Get<RetireTag>().RunAsync("met", default) is TagRetired.Done
        : await world.Get<ArchiveSegment>().RunAsync("ulm", default) is SegmentArchived.Done;

    /// <summary>Nothing is left of who was under way, and no published journey names what is gone.</summary>
    private static async Task CheckAsync(World world, int step)
    {
        var set = await world.Get<PublishedSegments>().ReadAsync(default);
        var published = (await world.Get<JourneyRows>().FindAsync("greet", default))!.Value.Head.State == JourneyState.Published;
        Assert.True(!published || (set.Find("ulm") is not null && !set.Tags.Retired.Contains("met")), $"step {step}");
        Assert.DoesNotContain(world.Store.Rows, row => row.Partition.Value == "segments" && row.Key.Value.StartsWith("i~", StringComparison.Ordinal));
    }
}
