using System.Text;
using UserOps.Application.Journeys;
using UserOps.Application.Storage;

namespace UserOps.Tests.Journeys;

public sealed class JourneyVersionsTests
{
    private readonly JourneyShelf _shelf = new();

    [Fact]
    public async Task Each_change_that_is_published_makes_a_version_that_stays()
    {
        await _shelf.SaveAsync("welcome");
        Assert.Equal((1, true), await PublishedAsync());
        _shelf.Clock.Advance(TimeSpan.FromDays(1));
        await _shelf.SaveAsync("nudge");
        Assert.Equal((2, true), await PublishedAsync());

        Assert.Equal(("welcome", "nudge"), (await _shelf.TemplateOfAsync(1), await _shelf.TemplateOfAsync(2)));
        Assert.Null(await _shelf.Find.RunAsync(JourneyShelf.Key, 3, default));
        Assert.Null(await _shelf.Find.RunAsync(JourneyShelf.Key, 0, default));
        Assert.Equal(
            [new PublishedVersion(2, _shelf.Clock.GetUtcNow()), new PublishedVersion(1, _shelf.Clock.GetUtcNow().AddDays(-1))],
            await _shelf.Rows.VersionsAsync(JourneyShelf.Key, 10, default));
    }

    [Fact]
    public async Task Publishing_what_runs_already_makes_no_version()
    {
        await _shelf.SaveAsync();
        await PublishedAsync();

        // Other spaces and another order of properties do the same.
        var text = Encoding.UTF8.GetString(JourneyShelf.Draft("welcome")).Replace("\"steps\": [{", "\"reEntry\": \"never\",\n\"steps\": [ {", StringComparison.Ordinal);
        await _shelf.Save.RunAsync(JourneyShelf.Key, Encoding.UTF8.GetBytes(text), null, default);

        Assert.Equal((1, false), await PublishedAsync());
        Assert.Null(await _shelf.Find.RunAsync(JourneyShelf.Key, 2, default));
    }

    [Fact]
    public async Task A_draft_is_kept_with_its_mistakes_but_not_published()
    {
        await _shelf.SaveAsync();
        await PublishedAsync();
        var saved = await _shelf.SaveAsync("welcom");
        Assert.Equal("/steps/0/template", Assert.Single(saved.Mistakes).At);

        var refused = Assert.IsType<JourneyPublished.Refused>(await _shelf.PublishAsync());

        Assert.Equal(saved.Mistakes, refused.Mistakes);
        Assert.Equal("welcome", await _shelf.TemplateOfAsync(1));
        Assert.Equal(JourneyShelf.Draft("welcom"), await _shelf.Rows.DraftAsync(JourneyShelf.Key, default));
    }

    [Fact]
    public async Task What_is_gone_since_the_draft_was_saved_counts_when_it_is_published()
    {
        Assert.Empty((await _shelf.SaveAsync("nudge")).Mistakes);
        _shelf.KnownTemplates.Remove("nudge");

        Assert.IsType<JourneyPublished.Refused>(await _shelf.PublishAsync());
    }

    [Fact]
    public async Task Versions_that_people_are_in_read_on_though_their_templates_are_gone()
    {
        await _shelf.SaveAsync();
        await PublishedAsync();
        _shelf.KnownTemplates.Clear();

        Assert.Equal("welcome", await _shelf.TemplateOfAsync(1));
    }

    [Fact]
    public async Task The_key_is_that_of_the_address()
    {
        var saved = Assert.IsType<JourneySaved.Kept>(await _shelf.Save.RunAsync("other", JourneyShelf.Draft("welcome"), null, default));

        Assert.Equal("/key", Assert.Single(saved.Mistakes).At);
    }

    [Fact]
    public async Task A_key_that_is_not_that_of_the_address_is_told_along_with_the_other_mistakes()
    {
        var saved = Assert.IsType<JourneySaved.Kept>(await _shelf.Save.RunAsync("other", JourneyShelf.Draft("welcom"), null, default));

        Assert.Equal(["/key", "/steps/0/template"], saved.Mistakes.Select(mistake => mistake.At));
    }

    [Fact]
    public async Task A_journey_starts_those_that_there_are()
    {
        var draft = Encoding.UTF8.GetBytes("""{"key":"a","name":"a","entry":"manual","steps":[{"id":"x","type":"startJourney","journey":"onboarding"}]}""");
        Assert.Equal("/steps/0/journey", Assert.Single(((JourneySaved.Kept)await _shelf.Save.RunAsync("a", draft, null, default)).Mistakes).At);
        await _shelf.SaveAsync();
        Assert.Empty(((JourneySaved.Kept)await _shelf.Save.RunAsync("a", draft, null, default)).Mistakes);
        await _shelf.Archive.RunAsync(JourneyShelf.Key, default);
        Assert.NotEmpty(((JourneySaved.Kept)await _shelf.Save.RunAsync("a", draft, null, default)).Mistakes);
    }

    [Fact]
    public async Task An_archived_journey_lets_nobody_in_until_it_is_published_again()
    {
        var open = new OpenJourneys(_shelf.Rows, _shelf.Find, Microsoft.Extensions.Logging.Abstractions.NullLogger<OpenJourneys>.Instance);
        await _shelf.SaveAsync();
        Assert.Empty(await open.RunAsync(default).ToListAsync());
        await PublishedAsync();
        Assert.Single(await open.RunAsync(default).ToListAsync());

        var archived = await _shelf.Archive.RunAsync(JourneyShelf.Key, default);

        Assert.Equal((JourneyState.Archived, _shelf.Clock.GetUtcNow()), (archived!.State, archived.ArchivedAt));
        Assert.Empty(await open.RunAsync(default).ToListAsync());
        Assert.Equal("welcome", await _shelf.TemplateOfAsync(1));
        Assert.Equal((1, false), await PublishedAsync());
        Assert.Single(await open.RunAsync(default).ToListAsync());
        Assert.Null(await _shelf.Archive.RunAsync("unknown", default));
        Assert.IsType<JourneyPublished.Unknown>(await _shelf.PublishAsync("unknown"));
    }

    [Fact]
    public async Task A_version_is_read_from_the_store_once_and_few_are_kept()
    {
        for (var i = 0; i <= VersionCache.Capacity; i++)
        {
            await _shelf.SaveAsync(key: $"j{i}");
            await _shelf.PublishAsync($"j{i}");
            await _shelf.Find.RunAsync($"j{i}", 1, default);
        }

        var gets = _shelf.Store.Counts.Gets;
        await _shelf.Find.RunAsync($"j{VersionCache.Capacity}", 1, default);
        Assert.Equal(gets, _shelf.Store.Counts.Gets);
        Assert.Equal(VersionCache.Capacity, _shelf.Find.Cached);
    }

    [Fact]
    public async Task Journeys_are_listed_by_key_in_pages()
    {
        foreach (var key in (string[])["c", "a", "b-2", "b"])
        {
            await _shelf.SaveAsync(key: key);
        }

        await _shelf.PublishAsync("b");
        _shelf.Store.LongestPage = 3;
        var list = new ListJourneys(_shelf.Rows);
        var first = await list.RunAsync(null, 2, default);
        var second = await list.RunAsync(first.Next, 2, default);

        Assert.Equal(["a", "b"], first.Journeys.Select(j => j.Key));
        Assert.Equal(["b-2", "c"], second.Journeys.Select(j => j.Key));
        Assert.Equal(("Welcome to b", JourneyState.Published, 1), (first.Journeys[1].Name, first.Journeys[1].State, first.Journeys[1].Version));
        Assert.Null(second.Next);
    }

    private async Task<(int Version, bool New)> PublishedAsync()
    {
        var done = Assert.IsType<JourneyPublished.Done>(await _shelf.PublishAsync());
        return (done.Journey.Version, done.New);
    }
}
