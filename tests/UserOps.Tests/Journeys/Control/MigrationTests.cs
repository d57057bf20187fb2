using System.Net;
using System.Text.Json;
using UserOps.Application.Messages.Sending;
using UserOps.Application.Messages.Templates;
using UserOps.Domain.Journeys;
using UserOps.Domain.Messages;
using UserOps.Tests.Messages.Templates;

namespace UserOps.Tests.Journeys.Control;

public sealed class MigrationTests : IAsyncLifetime
{
    private const string First = """
        {
          "key": "tour", "name": "Tour", "entry": "manual",
          "steps": [
            { "id": "hello", "type": "send", "channel": "inbox", "template": "hello", "purpose": "transactional" },
            { "id": "rest", "type": "wait", "for": "P1D" },
            { "id": "nudge", "type": "send", "channel": "inbox", "template": "hello", "purpose": "transactional" },
            { "id": "bought", "type": "waitForEvent", "event": "Order Completed", "timeout": "P3D", "onTimeout": "last" },
            { "id": "last", "type": "wait", "for": "P9D" }
          ]
        }
        """;

    private const string Second = """
        {
          "key": "tour", "name": "Tour", "entry": "manual",
          "steps": [
            { "id": "hello", "type": "send", "channel": "inbox", "template": "hello", "purpose": "transactional" },
            { "id": "rest", "type": "wait", "for": "P2D" },
            { "id": "nudge", "type": "send", "channel": "inbox", "template": "hello", "purpose": "transactional" },
            { "id": "signed", "type": "waitForEvent", "event": "Signed", "timeout": "P5D", "onTimeout": "thanks" },
            { "id": "thanks", "type": "send", "channel": "inbox", "template": "hello", "purpose": "transactional" }
          ]
        }
        """;

    private RunningHost _host = null!;

    public async Task InitializeAsync() => _host = await RunningHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_thousand_people_inside_an_edited_journey_are_neither_lost_nor_written_to_twice()
    {
        const int people = 1_000;
        await TemplateAsync();
        await _host.Trip.PublishAsync(First);
        await _host.PeopleAsync(people);
        await StartAsync(0, 300);
        await _host.Trip.PassAsync(TimeSpan.FromDays(5));
        await StartAsync(300, 700);
        await _host.Trip.PassAsync(TimeSpan.FromDays(2));
        await StartAsync(700, people);
        await _host.Trip.PublishAsync(Second);
        Assert.Equal(1, (await _host.Trip.OnlyRunAsync("u5")).Version);

        const string unmapped = """{"from":1,"to":2,"mapping":{"bought":"signed"}}""";
        var refused = await _host.PostAsync("/api/journeys/tour/migrations", unmapped);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "/mapping/last"), (refused.Status, refused.Body.GetProperty("errors")[0].GetProperty("at").GetString()));

        const string plan = """{"from":1,"to":2,"mapping":{"bought":"signed","last":"end"}}""";
        var preview = await _host.PostAsync("/api/journeys/tour/migrations", plan.Replace("}}", "},\"dryRun\":true}", StringComparison.Ordinal));
        Assert.Equal((HttpStatusCode.OK, 300, 400, 300), (preview.Status, Number(preview.Body, "staying"), Number(preview.Body, "moving"), Number(preview.Body, "ending")));
        Assert.Equal(1, (await _host.Trip.OnlyRunAsync("u5")).Version);

        var begun = await _host.PostAsync("/api/journeys/tour/migrations", plan, "k");
        Assert.Equal(HttpStatusCode.Accepted, begun.Status);
        await _host.WorkAsync();
        var outcomes = (await _host.GetAsync(begun.Headers["Location"])).Body.GetProperty("outcomes");
        Assert.Equal((300, 400, 300), (Number(outcomes, "stayed"), Number(outcomes, "moved"), Number(outcomes, "out")));
        Assert.Equal(people, 300 + 400 + 300);

        // What the new version waits for reaches those who came from the old one.
        await _host.Trip.SayAsync("u400", "Signed");
        await _host.Trip.PassAsync(TimeSpan.FromDays(12));
        for (var i = 0; i < people; i++)
        {
            var run = await _host.Trip.OnlyRunAsync($"u{i}");
            Assert.Equal((2, RunState.Ended), (run.Version, run.State));
            Assert.All(run.Tally, tally => Assert.Equal(1, tally.Count));
            var sent = await _host.Trip.World.Get<MessageRows>().AllAsync(run.UserKey, default).ToListAsync();
            Assert.Equal(i < 300 ? ["hello", "nudge"] : ["hello", "nudge", "thanks"], sent.OrderBy(one => one.Occurrence).Select(one => one.Step));
        }

        Assert.Equal("hello:sent, rest:done, nudge:sent, signed:event, thanks:sent", await _host.Trip.PathAsync("u400"), StringComparer.Ordinal);
        Assert.Equal("hello:sent, rest:done, nudge:sent, signed:timeout, thanks:sent", await _host.Trip.PathAsync("u900"), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Who_moved_meanwhile_is_taken_by_the_step_where_they_are()
    {
        await TemplateAsync();
        await _host.Trip.PublishAsync(First);
        await _host.PeopleAsync(2);
        await StartAsync(0, 1);
        await _host.Trip.PublishAsync(Second);
        var begun = await _host.PostAsync("/api/journeys/tour/migrations", """{"from":1,"to":2,"mapping":{}}""");

        await _host.Trip.PassAsync(TimeSpan.FromDays(2));
        await _host.WorkAsync();

        // To a step that the mapping says nothing about: the person stays in the old version.
        Assert.Equal("""{"unmapped":1}""", (await _host.GetAsync(begun.Headers["Location"])).Body.GetProperty("outcomes").GetRawText());
        Assert.Equal((1, "bought"), ((await _host.Trip.OnlyRunAsync("u0")).Version, (await _host.Trip.OnlyRunAsync("u0")).Step));
    }

    [Fact]
    public async Task A_step_of_another_type_by_the_same_name_is_begun_anew()
    {
        await _host.Trip.PublishAsync("""{ "key": "tour", "name": "Tour", "entry": "manual", "steps": [ { "id": "rest", "type": "wait", "for": "P9D" } ] }""");
        await _host.PeopleAsync(1);
        await StartAsync(0, 1);
        await _host.Trip.PublishAsync("""{ "key": "tour", "name": "Tour", "entry": "manual", "steps": [ { "id": "rest", "type": "tag", "add": ["rested"] }, { "id": "more", "type": "wait", "for": "P1D" } ] }""");

        await _host.PostAsync("/api/journeys/tour/migrations", """{"from":1,"to":2}""");
        await _host.WorkAsync();

        var run = await _host.Trip.OnlyRunAsync("u0");
        Assert.Equal((2, "more", 3), (run.Version, run.Step, run.Occurrence));
    }

    [Fact]
    public async Task A_message_on_its_way_keeps_its_person_where_they_are()
    {
        await TemplateAsync();
        await _host.Trip.PublishAsync(First);
        await _host.PeopleAsync(1);
        await _host.PostAsync("/api/journeys/tour/runs", """{"users":["u0"]}""");
        await _host.Trip.World.DrainAsync();
        await _host.PostAsync("/api/journeys/tour/pause");
        await _host.WorkAsync();
        var run = await _host.Trip.OnlyRunAsync("u0");
        Assert.Equal("hello", run.Step);
        await _host.Trip.World.Get<MessageRows>().InsertAsync(
            run.UserKey,
            new() { Run = run.Id, Step = "hello", Occurrence = 1, Journey = "tour", Version = 1, State = MessageState.Claimed, At = _host.Trip.Now, OperationId = Guid.NewGuid(), Template = "hello", Purpose = "transactional" },
            default);
        await _host.Trip.PublishAsync(Second);

        var begun = await _host.PostAsync("/api/journeys/tour/migrations", """{"from":1,"to":2,"mapping":{"hello":"thanks"}}""");
        await _host.WorkAsync();

        Assert.Equal("""{"in-flight":1}""", (await _host.GetAsync(begun.Headers["Location"])).Body.GetProperty("outcomes").GetRawText());
        Assert.Equal(1, (await _host.Trip.OnlyRunAsync("u0")).Version);
    }

    [Theory]
    [InlineData("""{"from":1,"to":1}""", 400)]
    [InlineData("""{"from":1,"to":9}""", 404)]
    [InlineData("""{"from":1,"to":2,"mapping":{"rest":null}}""", 400)]
    [InlineData("""{"from":1,"to":2,"mapping":{"rest":"nowhere"}}""", 422)]
    [InlineData("""{"from":"one"}""", 400)]
    public async Task A_plan_that_cannot_be_is_refused(string plan, int status)
    {
        await TemplateAsync();
        await _host.Trip.PublishAsync(First);
        await _host.Trip.PublishAsync(Second);

        Assert.Equal(status, (int)(await _host.PostAsync("/api/journeys/tour/migrations", plan)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _host.PostAsync("/api/journeys/other/migrations", """{"from":1,"to":2}""")).Status);
    }

    private async Task StartAsync(int from, int to)
    {
        var users = JsonSerializer.Serialize(Enumerable.Range(from, to - from).Select(i => $"u{i}"));
        Assert.Equal(HttpStatusCode.Accepted, (await _host.PostAsync("/api/journeys/tour/runs", $$"""{"users":{{users}}}""", $"k{from}")).Status);
        await _host.WorkAsync();
    }

    private async Task TemplateAsync()
    {
        await _host.Trip.World.Get<SaveTemplate>().RunAsync("hello", Written.Email("<p>Hello</p>", text: "Hello"), default);
        Assert.IsType<Publishing.Published>(await _host.Trip.World.Get<PublishTemplate>().RunAsync("hello", default));
    }

    private static int Number(JsonElement at, string name) => at.GetProperty(name).GetInt32();
}
