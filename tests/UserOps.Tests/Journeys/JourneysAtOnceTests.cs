using UserOps.Application.Journeys;
using UserOps.Tests.Storage;

namespace UserOps.Tests.Journeys;

/// <summary>Two people at the same journey: the second one's whole action happens just before the first one's write.</summary>
public sealed class JourneysAtOnceTests
{
    private readonly JourneyShelf _shelf = new();

    [Fact]
    public async Task Two_who_publish_the_same_draft_make_one_version()
    {
        await _shelf.SaveAsync();
        var other = Between(() => _shelf.PublishAsync());

        var mine = Assert.IsType<JourneyPublished.Done>(await _shelf.PublishAsync());

        Assert.Equal((1, true), Told(await other));
        Assert.Equal((1, false), Told(mine));
        Assert.Single(await _shelf.Rows.VersionsAsync(JourneyShelf.Key, 10, default));
    }

    [Fact]
    public async Task Two_who_save_and_publish_make_a_version_each()
    {
        await _shelf.SaveAsync("welcome");
        var other = Between(async () =>
        {
            await _shelf.SaveAsync("nudge");
            var published = await _shelf.PublishAsync();
            await _shelf.SaveAsync("welcome");
            return published;
        });

        var mine = Assert.IsType<JourneyPublished.Done>(await _shelf.PublishAsync());

        Assert.Equal((1, true), Told(await other));
        Assert.Equal((2, true), Told(mine));
        Assert.Equal(("nudge", "welcome"), (await _shelf.TemplateOfAsync(1), await _shelf.TemplateOfAsync(2)));
    }

    [Fact]
    public async Task A_draft_that_gets_mistakes_meanwhile_is_not_published_for_the_one_before()
    {
        await _shelf.SaveAsync();
        var other = Between(() => _shelf.SaveAsync("gone"));

        Assert.IsType<JourneyPublished.Refused>(await _shelf.PublishAsync());
        Assert.NotEmpty((await other).Mistakes);
    }

    [Fact]
    public async Task Whoever_names_the_draft_that_was_meant_overwrites_and_publishes_no_other()
    {
        var mine = (await _shelf.SaveAsync("welcome")).Journey.Draft;
        var other = Between(() => _shelf.SaveAsync("nudge"));

        Assert.IsType<JourneySaved.Overtaken>(await _shelf.Save.RunAsync(JourneyShelf.Key, JourneyShelf.Draft("welcom"), mine, default));
        Assert.IsType<JourneyPublished.Overtaken>(await _shelf.Publish.RunAsync(JourneyShelf.Key, mine, default));
        Assert.Equal(JourneyShelf.Draft("nudge"), await _shelf.Rows.DraftAsync(JourneyShelf.Key, default));
        Assert.IsType<JourneyPublished.Done>(await _shelf.Publish.RunAsync(JourneyShelf.Key, (await other).Journey.Draft, default));
    }

    [Fact]
    public async Task Archiving_while_somebody_publishes_loses_neither()
    {
        await _shelf.SaveAsync();
        var other = Between(() => _shelf.PublishAsync());

        var archived = await _shelf.Archive.RunAsync(JourneyShelf.Key, default);

        Assert.Equal((1, true), Told(await other));
        Assert.Equal((JourneyState.Archived, 1), (archived!.State, archived.Version));
    }

    [Fact]
    public async Task Many_at_once_make_versions_without_gaps()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(async i =>
        {
            await Task.Yield();
            await _shelf.SaveAsync(i % 2 == 0 ? "welcome" : "nudge");
            Assert.IsType<JourneyPublished.Done>(await _shelf.PublishAsync());
        }));

        var head = (await _shelf.Rows.FindAsync(JourneyShelf.Key, default))!.Value.Head;
        var versions = await _shelf.Rows.VersionsAsync(JourneyShelf.Key, 100, default);
        Assert.Equal(Enumerable.Range(1, head.Version).Reverse(), versions.Select(version => version.Version));
        var templates = await Task.WhenAll(versions.Select(version => _shelf.TemplateOfAsync(version.Version)));
        Assert.DoesNotContain(templates.Zip(templates.Skip(1)), pair => pair.First == pair.Second);
    }

    private static (int Version, bool New) Told(JourneyPublished published) => published is JourneyPublished.Done done ? (done.Journey.Version, done.New) : default;

    /// <summary>Runs before the next commit of anybody else, once.</summary>
    private Task<T> Between<T>(Func<Task<T>> run)
    {
        var done = new TaskCompletionSource<T>();
        _shelf.Store.Before = async operation =>
        {
            if (operation.Kind == StoreOperationKind.Commit)
            {
                _shelf.Store.Before = null;
                done.SetResult(await run());
            }
        };
        return done.Task;
    }
}
