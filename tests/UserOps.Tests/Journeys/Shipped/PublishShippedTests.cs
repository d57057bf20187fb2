using System.Text;
using UserOps.Application.Journeys;
using UserOps.Application.Journeys.Shipped;
using UserOps.Application.Messages.Templates;
using UserOps.Tests.Storage;

namespace UserOps.Tests.Journeys.Shipped;

public sealed class PublishShippedTests
{
    private const string Greeting = "shop-greeting";
    private readonly World _world = new();

    [Fact]
    public async Task All_are_published_and_a_second_time_changes_nothing()
    {
        var first = await PublishAsync();
        var rows = Rows();
        var second = await PublishAsync();

        Assert.All(first.Templates.Concat(first.Journeys), result => Assert.Equal((ShippedOutcome.Published, 1), (result.Outcome, result.Version)));
        Assert.Equal((ShippedLibrary.Templates.Count, ShippedLibrary.Journeys.Count), (first.Templates.Count, first.Journeys.Count));
        Assert.All(second.Templates.Concat(second.Journeys), result => Assert.Equal((ShippedOutcome.Unchanged, 1), (result.Outcome, result.Version)));
        Assert.Equal(rows, Rows());
        Assert.All(await ListAsync(), view => Assert.Equal((JourneyState.Published, 1, false), (view.State, view.Version, view.Edited)));
    }

    [Fact]
    public async Task One_brings_its_own_templates_alone()
    {
        var answer = await PublishAsync("birthday");

        Assert.Equal([Greeting, "shop-letter", "birthday-wishes"], answer.Templates.Select(result => result.Key));
        Assert.Equal(["birthday"], answer.Journeys.Select(result => result.Key));
        Assert.Equal(["birthday"], (await ListAsync()).Where(view => view.State is not null).Select(view => view.Key));
    }

    [Fact]
    public async Task What_somebody_edited_is_left_alone_and_named()
    {
        await PublishAsync();
        await SaveAsync("birthday", """{"key":"birthday","name":"Ours"}""");
        var own = ShippedLibrary.Templates[0].Content with { Languages = new Dictionary<string, TemplateParts> { ["en"] = new() { Html = "Dear friend,", Text = "Dear friend," } } };
        await _world.Get<SaveTemplate>().RunAsync(Greeting, own, default);

        var answer = await PublishAsync();

        Assert.Equal(["birthday"], answer.Journeys.Where(result => result.Outcome == ShippedOutcome.Edited).Select(result => result.Key));
        Assert.Equal([Greeting], answer.Templates.Where(result => result.Outcome == ShippedOutcome.Edited).Select(result => result.Key));
        Assert.Equal("Dear friend,", (await _world.Get<TemplateRows>().DraftAsync(Greeting, default))!.Languages["en"].Html);
        Assert.Equal(["birthday"], (await ListAsync()).Where(view => view.Edited).Select(view => view.Key));
        Assert.Equal(1, (await ListAsync()).Single(view => view.Key == "birthday").Version);
    }

    [Fact]
    public async Task A_layout_of_ones_own_comes_into_the_messages_that_are_published_after_it()
    {
        await PublishAsync("birthday");
        var layout = ShippedLibrary.Templates[1];
        var own = layout.Content with { Languages = layout.Content.Languages.ToDictionary(l => l.Key, l => l.Value with { Text = "OURS " + l.Value.Text }) };
        await _world.Get<SaveTemplate>().RunAsync(layout.Key, own, default);
        await _world.Get<PublishTemplate>().RunAsync(layout.Key, default);

        Assert.Equal([ShippedOutcome.Unchanged, ShippedOutcome.Edited, ShippedOutcome.Published], (await PublishAsync("birthday")).Templates.Select(result => result.Outcome));
        Assert.Equal([ShippedOutcome.Unchanged, ShippedOutcome.Edited, ShippedOutcome.Unchanged], (await PublishAsync("birthday")).Templates.Select(result => result.Outcome));
    }

    [Fact]
    public async Task What_an_older_release_shipped_is_replaced_and_what_somebody_wrote_before_is_not()
    {
        var older = """{"key":"birthday","name":"Of an older release"}""";
        await SaveAsync("birthday", older);
        await SaveAsync("feedback", """{"key":"feedback","name":"Own"}""");
        await _world.Get<ShippedRows>().KeepJourneyAsync("birthday", JourneyHead.TagOf(Encoding.UTF8.GetBytes(older)), default);

        var answer = await PublishAsync("birthday", "feedback");

        Assert.Equal([ShippedOutcome.Published, ShippedOutcome.Edited], answer.Journeys.Select(result => result.Outcome));
    }

    [Fact]
    public async Task An_archived_one_comes_back_only_when_it_is_named()
    {
        await PublishAsync();
        await _world.Get<ArchiveJourney>().RunAsync("feedback", default);

        Assert.Equal(ShippedOutcome.Archived, (await PublishAsync()).Journeys.Single(result => result.Key == "feedback").Outcome);
        var named = Assert.Single((await PublishAsync("feedback")).Journeys);
        Assert.Equal((ShippedOutcome.Published, 1), (named.Outcome, named.Version));
    }

    [Fact]
    public async Task A_journey_that_starts_another_is_refused_without_it()
    {
        var answer = await PublishAsync("onboarding-signed-up");

        var refused = Assert.Single(answer.Journeys);
        Assert.Equal((ShippedOutcome.Refused, "/steps/0/journey"), (refused.Outcome, Assert.Single(refused.Mistakes!).At));
    }

    [Fact]
    public async Task The_language_for_those_who_read_neither_is_chosen_once_and_stays()
    {
        await _world.Get<PublishShipped>().RunAsync(["birthday"], "zh", default);
        var again = await PublishAsync("birthday");

        Assert.All(again.Templates, result => Assert.Equal(ShippedOutcome.Unchanged, result.Outcome));
        Assert.Equal("zh", (await _world.Get<TemplateRows>().DraftAsync("birthday-wishes", default))!.DefaultLanguage);
        Assert.Equal(ShippedOutcome.Published, (await _world.Get<PublishShipped>().RunAsync(["birthday"], "en", default)).Templates[^1].Outcome);
    }

    [Fact]
    public async Task A_crash_at_any_write_costs_only_that_it_is_done_again()
    {
        for (var fatal = 0; ; fatal++)
        {
            var world = new World();
            var writes = 0;
            world.Store.Before = world.Store.After = operation =>
                operation.Kind == StoreOperationKind.Commit && writes++ == fatal ? throw new TimeoutException() : Task.CompletedTask;
            var crashed = await Record.ExceptionAsync(() => world.Get<PublishShipped>().RunAsync(["birthday"], null, default)) is TimeoutException;
            var answer = await world.Get<PublishShipped>().RunAsync(["birthday"], null, default);

            Assert.All(answer.Templates.Concat(answer.Journeys), result => Assert.Equal(1, result.Version));
            Assert.All(answer.Templates.Concat(answer.Journeys), result => Assert.True(result.Outcome is ShippedOutcome.Published or ShippedOutcome.Unchanged, $"write {fatal}: {result}"));
            if (!crashed)
            {
                Assert.InRange(fatal, 20, 100);
                return;
            }
        }
    }

    private Task<ShippedAnswer> PublishAsync(params string[] keys) => _world.Get<PublishShipped>().RunAsync(keys, null, default);

    private async Task<IReadOnlyList<ShippedView>> ListAsync() => (await _world.Get<ListShipped>().RunAsync(default)).Journeys;

    private async Task SaveAsync(string key, string document) => await _world.Get<SaveJourney>().RunAsync(key, Encoding.UTF8.GetBytes(document), null, default);

    private string[] Rows() => [.. _world.Store.Rows.Select(row => $"{row.Partition} {row.Key} {row.ETag}")];
}
