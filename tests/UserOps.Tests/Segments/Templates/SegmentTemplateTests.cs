using System.Text;
using System.Text.Json;
using UserOps.Application.Journeys.Shipped;
using UserOps.Application.Scoring;
using UserOps.Application.Segments;
using UserOps.Application.Segments.Audiences;
using UserOps.Application.Segments.Sweeps;
using UserOps.Application.Segments.Templates;
using UserOps.Domain;
using UserOps.Domain.Events;
using UserOps.Domain.Orders;
using UserOps.Domain.Segments;
using UserOps.Tests.Scoring.Value;
using UserOps.Tests.Segments.Reviews;
using UserOps.Tests.Storage;
using static UserOps.Tests.Said;

namespace UserOps.Tests.Segments.Templates;

public sealed class SegmentTemplateTests
{
    private const string HighValue = "high-value";
    private readonly Town _town = new();

    public static TheoryData<string> Keys => [.. SegmentTemplates.All.Select(template => template.Key)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_template_reads_without_a_mistake_and_is_told_in_both_languages(string key)
    {
        var template = SegmentTemplates.All.Single(one => one.Key == key);
        var segment = Assert.IsType<SegmentReading.Of>(SegmentReader.Read(template.Document.Span)).Segment;
        Assert.Equal((key, SegmentKind.Dynamic), (segment.Key, segment.Kind));
        Assert.Equal(["en", "zh"], template.Description.Keys.Order(StringComparer.Ordinal));
        Assert.Equal($"{template.Description["en"]} {template.Description["zh"]}", segment.Description);
        Assert.Contains(" · ", segment.Name, StringComparison.Ordinal);
        Assert.Empty(SegmentGraph.NamedBy(segment.Where));
    }

    [Fact]
    public async Task All_are_published_on_a_small_town_and_hold_whom_they_say()
    {
        var answer = await _town.World.Get<PublishSegmentTemplates>().RunAsync([], default);
        Assert.All(answer.Segments, result => Assert.Equal((ShippedOutcome.Published, 1), (result.Outcome, result.Version)));
        await BuyAsync("growing", orders: 2, since: 400, last: 10);
        await BuyAsync("mature", orders: 12, since: 400, last: 10);
        await BuyAsync("dormant", orders: 2, since: 300, last: 120);
        await BuyAsync("churned", orders: 2, since: 900, last: 700);
        await BuyAsync("at-risk", orders: 6, since: 100, last: 50);
        var (day, soon, later) = (_town.Day, _town.Now.AddDays(3), _town.Now.AddDays(30));
        await _town.World.ApplyAsync(
            Identify("n", User("new-without-order"), day, ("city", "Ulm")),
            Identify("b1", User("birthday-this-week"), day, ("birthday", $"1990-{soon:MM-dd}")), Identify("b2", User("birthday-later"), day, ("birthday", $"1990-{later:MM-dd}")),
            Identify("c1", User("coupon-expiring"), day, ("couponExpires", $"{soon:yyyy-MM-dd}")), Identify("c2", User("coupon-later"), day, ("couponExpires", $"{later:yyyy-MM-dd}")),
            Nps("f1", "unhappy", day - 20, 9), Nps("f2", "unhappy", day - 2, 3), Nps("f3", "happy", day - 9, 2), Nps("f4", "happy", day - 3, 8), Nps("f5", "over-it", day - 100, 1));
        await _town.World.Get<ScoreUsers>().RunAsync(DateOnly.FromDateTime(_town.Now.UtcDateTime), null, default);
        await _town.PassAsync(BackFill.Wait);

        foreach (var template in SegmentTemplates.All.Where(template => template.Key != HighValue))
        {
            var inside = await InsideAsync(template.Key);
            Assert.True(inside.Contains(template.Key) && inside.Length < _town.World.Profiles().Count, $"{template.Key}: {string.Join(' ', inside)}");
        }

        Assert.Equal(["birthday-this-week"], await InsideAsync("birthday-this-week"));
        Assert.Equal(["coupon-expiring"], await InsideAsync("coupon-expiring"));
        Assert.Equal(["unhappy"], await InsideAsync("unhappy"));
        Assert.DoesNotContain("growing", await InsideAsync("new-without-order"));
        await _town.CheckAsync("templates");
    }

    /// <summary>Tiers are of what is expected, for which there must be enough customers.</summary>
    [Fact]
    public async Task High_value_are_those_of_whom_the_model_expects_most()
    {
        await _town.World.Get<PublishSegmentTemplates>().RunAsync([HighValue], default);
        foreach (var some in Cdnow.Histories.OrderBy(one => one.Key).Take(300).Chunk(50))
        {
            await _town.World.ApplyAsync([.. some.SelectMany(one => one.Value.Entries.ToArray().Select((entry, i) => Bought($"c{one.Key}", i, entry)))]);
        }

        await _town.World.Get<ScoreUsers>().RunAsync(new(1997, 9, 30), null, default);
        await _town.PassAsync(BackFill.Wait);
        Assert.InRange((await InsideAsync(HighValue)).Length, 1, 200);
    }

    [Fact]
    public async Task A_second_time_changes_nothing_and_what_somebody_edited_or_archived_is_left_alone()
    {
        var (publish, key) = (_town.World.Get<PublishSegmentTemplates>(), SegmentTemplates.All[0].Key);
        await publish.RunAsync([], default);
        Assert.All((await publish.RunAsync([], default)).Segments, result => Assert.Equal((ShippedOutcome.Unchanged, 1), (result.Outcome, result.Version)));
        await _town.World.Get<SaveSegment>().RunAsync(key, Encoding.UTF8.GetBytes($$"""{"key":"{{key}}","name":"Ours"}"""), null, default);
        await _town.World.Get<ArchiveSegment>().RunAsync("mature", default);
        var again = (await publish.RunAsync([], default)).Segments.ToDictionary(result => result.Key, result => result.Outcome);
        Assert.Equal((ShippedOutcome.Edited, ShippedOutcome.Archived), (again[key], again["mature"]));
        Assert.Equal(ShippedOutcome.Published, Assert.Single((await publish.RunAsync(["mature"], default)).Segments).Outcome);
        var listed = (await _town.World.Get<ListSegmentTemplates>().RunAsync(default)).Templates;
        Assert.Equal([key], listed.Where(view => view.Edited).Select(view => view.Key));
        Assert.All(listed, view => Assert.Equal(SegmentState.Published, view.State));
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
            var crashed = await Record.ExceptionAsync(() => world.Get<PublishSegmentTemplates>().RunAsync(["unhappy"], default)) is TimeoutException;
            var result = Assert.Single((await world.Get<PublishSegmentTemplates>().RunAsync(["unhappy"], default)).Segments);
            Assert.True(result is { Outcome: ShippedOutcome.Published or ShippedOutcome.Unchanged, Version: 1 }, $"write {fatal}: {result}");
            if (!crashed)
            {
                Assert.InRange(fatal, 5, 40);
                return;
            }
        }
    }

    private async Task<string[]> InsideAsync(string segment)
    {
        var inside = await _town.World.Get<AudienceMembers>().RunAsync(segment, null, default).Select(member => member.UserKey).ToHashSetAsync();
        return [.. _town.World.Profiles().Where(profile => inside.Contains(profile.Key)).Select(profile => profile.DisplayId!.Value.ToString()).Order(StringComparer.Ordinal)];
    }

    private Task BuyAsync(string who, int orders, int since, int last) => _town.World.ApplyAsync(
        [.. Enumerable.Range(0, orders).Select(i => _town.Day - since + ((since - last) * i / (orders - 1.0))).Select((day, i) => Order($"{who}{i}", User(who), $"{who}-{i}", day, Placed(day), Total(day, 5_000)))]);

    private static UserEvent Bought(string who, int number, PurchaseEntry entry)
    {
        var day = (Days.ToDate(entry.OrderDay).ToDateTime(new(12, 0)) - Start.UtcDateTime).TotalDays;
        return Order($"{who}-{number}", User(who), $"{who}-{number}", day, Placed(day), Total(day, entry.AmountMinor));
    }

    private static UserEvent Nps(string key, string who, double day, int score) =>
        Track(key, User(who), day, "Feedback Given") with { Properties = JsonSerializer.SerializeToElement(new { kind = "nps", score }) };
}
