using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using UserOps.Application.Events;
using UserOps.Application.Journeys;
using UserOps.Application.Journeys.Simulation;
using UserOps.Application.Messages;
using UserOps.Application.Messages.Templates;
using UserOps.Tests.Events;
using UserOps.Tests.Journeys.Running;

namespace UserOps.Tests.Journeys.Simulation;

public sealed class SimulationHttpTests : IAsyncLifetime
{
    private const string Path = "/api/journeys/onboarding/simulate";
    private const string March = """ "from": "2026-03-01T00:00:00Z", "to": "2026-04-01T00:00:00Z" """;
    private IntakeHost _host = null!;

    public async Task InitializeAsync()
    {
        _host = await IntakeHost.StartAsync(
            _ => SomeMonth.Settings, extra: SimulationRoutes.All, also: services => services.AddSingleton(World.Keys).AddSingleton<IRunDriver, WakeByRow>().AddSingleton<IEmailSender, NoEmail>());
        await SimulationWorlds.PublishTemplatesAsync(_host.Get<SaveTemplate>(), _host.Get<PublishTemplate>());
        await SaveAsync("birthday", SomeMonth.Started);
        await _host.Get<PublishJourney>().RunAsync("birthday", null, default);
        await SaveAsync("onboarding", SomeMonth.Journey);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Figures_of_a_stored_month_are_told_step_by_step()
    {
        await _host.Get<IApplyEvents>().RunAsync(SomeMonth.Events(30, seed: 4), default);

        var answer = await _host.PostAsync(Path, $"{{ {March}, \"users\": 100 }}");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal((1, true), (answer.Body.GetProperty("version").GetInt32(), answer.Body.GetProperty("draft").GetBoolean()));
        var figures = answer.Body.GetProperty("figures");
        Assert.Equal(30, figures.GetProperty("lookedAt").GetInt32());
        var welcome = figures.GetProperty("steps")[0];
        Assert.Equal(("welcome", "send"), (welcome.GetProperty("step").GetString(), welcome.GetProperty("type").GetString()));
        Assert.Equal(figures.GetProperty("runs").GetInt32(), welcome.GetProperty("entered").GetInt32());
    }

    [Fact]
    public async Task A_made_up_user_is_shown_the_way_with_instants_waits_and_subjects()
    {
        var answer = await _host.PostAsync(Path, """
            {
              "user": {
                "id": "ada", "traits": { "name": "Ada", "email": "ada@example.com" }, "tags": ["VIP"], "timeZone": "Europe/Berlin",
                "consents": [ { "channel": "all", "purpose": "marketing", "state": "granted" } ],
                "events": [
                  { "name": "Signed Up", "at": "2026-03-02T22:00:00Z", "properties": { "plan": "pro" } },
                  { "name": "Order Completed", "at": "2026-03-04T12:00:00Z", "properties": { "order_id": "7", "total": 40 } }
                ]
              },
              "until": "2026-04-01T00:00:00Z"
            }
            """);

        Assert.True(answer.Status == HttpStatusCode.OK, answer.Body.ToString());
        var run = answer.Body.GetProperty("person").GetProperty("runs").EnumerateArray().Single(one => one.GetProperty("journey").GetString() == "onboarding");
        var steps = run.GetProperty("steps").EnumerateArray().ToList();
        Assert.Equal(["welcome sent", "newcomer done", "others done", "first-order event", "thanks sent", "points skipped:no-rewards", "bought exited"], steps.Select(step => $"{step.GetProperty("step")} {step.GetProperty("outcome")}"));
        Assert.Equal("quiet-hours", steps[0].GetProperty("waits")[0].GetProperty("because").GetString());
        Assert.Equal("Hello Ada", steps[0].GetProperty("message").GetProperty("subject").GetString());
        Assert.InRange(steps[0].GetProperty("at").GetDateTimeOffset(), new(2026, 3, 3, 9, 0, 0, TimeSpan.Zero), new(2026, 3, 3, 9, 15, 0, TimeSpan.Zero));
        Assert.Equal(("2026-03-04T12:00:00Z", "step"), (steps[3].GetProperty("at").GetString(), steps[3].GetProperty("waits")[0].GetProperty("because").GetString()));
        Assert.Equal("Thank you", steps[4].GetProperty("message").GetProperty("subject").GetString());
        Assert.DoesNotContain(_host.Store.Rows, row => row.Partition.Value.StartsWith("u~", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{}", "from")]
    [InlineData("""{ "from": "2026-03-01T00:00:00Z" }""", "to")]
    [InlineData("""{ "from": "2026-03-01T00:00:00Z", "to": "2026-03-01T00:00:00Z" }""", "to")]
    [InlineData("""{ "from": "2024-03-01T00:00:00Z", "to": "2026-03-01T00:00:00Z" }""", "to")]
    [InlineData("""{ "from": "2026-03-01T00:00:00Z", "to": "2026-04-01T00:00:00Z", "horizon": "2026-03-05T00:00:00Z" }""", "horizon")]
    [InlineData("""{ "from": "2026-03-01T00:00:00Z", "to": "2026-04-01T00:00:00Z", "until": "2026-04-05T00:00:00Z" }""", "until")]
    [InlineData("""{ "from": "2026-03-01T00:00:00Z", "to": "2026-04-01T00:00:00Z", "users": 20001 }""", "users")]
    [InlineData("""{ "from": "2026-03-01T00:00:00Z", "to": "2026-04-01T00:00:00Z", "sample": 0 }""", "sample")]
    [InlineData("""{ "from": "2026-03-01T00:00:00Z", "to": "2026-04-01T00:00:00Z", "seconds": 900 }""", "seconds")]
    [InlineData("""{ "version": "newest" }""", "version")]
    [InlineData("""{ "version": 0 }""", "version")]
    [InlineData("""{ "from": "yesterday" }""", "$.from")]
    [InlineData("""{ "from": "9999-12-01T00:00:00Z", "to": "9999-12-02T00:00:00Z" }""", "from")]
    [InlineData("""{ "from": "9999-12-01T00:00:00Z", "user": {} }""", "from")]
    [InlineData("""{ "from": "0001-01-01T00:00:00Z", "user": {} }""", "from")]
    [InlineData("""{ "user": { "events": [ { "name": "a", "at": "9999-12-31T00:00:00Z" } ] } }""", "user.events[0].at")]
    [InlineData("""{ "form": 1 }""", "$.form")]
    [InlineData("""{ "user": {}, "users": 3 }""", "user")]
    [InlineData("""{ "user": { "id": "null" } }""", "user.id")]
    [InlineData("""{ "user": { "traits": 3 } }""", "user.traits")]
    [InlineData("""{ "user": { "tags": [""] } }""", "user.tags")]
    [InlineData("""{ "user": { "timeZone": "Mars/Olympus" } }""", "user.timeZone")]
    [InlineData("""{ "user": { "consents": [ { "channel": "email", "purpose": "marketing", "state": "maybe" } ] } }""", "user.consents[0]")]
    [InlineData("""{ "user": { "events": [ null ] } }""", "user.events[0].at")]
    [InlineData("""{ "user": { "events": [ { "at": "2026-03-01T00:00:00Z" } ] } }""", "user.events[0].name")]
    [InlineData("""{ "user": { "events": [ { "name": "A", "at": "2026-03-01T00:00:00Z", "properties": 3 } ] } }""", "user.events[0].properties")]
    [InlineData("""{ "user": { "events": [ { "name": "A", "at": "2026-03-01T00:00:00Z" } ] }, "until": "2026-02-01T00:00:00Z" }""", "until")]
    public async Task A_request_that_makes_no_sense_is_refused_by_the_name_of_the_field(string body, string field)
    {
        var answer = await _host.PostAsync(Path, body);

        Assert.Equal((HttpStatusCode.BadRequest, field), (answer.Status, answer.Field));
    }

    [Fact]
    public async Task A_draft_with_mistakes_gives_way_to_what_is_published_unless_it_is_meant()
    {
        await _host.Get<PublishJourney>().RunAsync("onboarding", null, default);
        await SaveAsync("onboarding", """{ "key": "onboarding" }""");

        var published = await _host.PostAsync(Path, $"{{ {March} }}");
        var draft = await _host.PostAsync(Path, $"{{ {March}, \"version\": \"draft\" }}");

        Assert.Equal((HttpStatusCode.OK, false), (published.Status, published.Body.GetProperty("draft").GetBoolean()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, draft.Status);
        Assert.Contains(draft.Body.GetProperty("errors").EnumerateArray(), error => error.GetProperty("what").GetString()!.Length > 0);
        Assert.Equal(HttpStatusCode.NotFound, (await _host.PostAsync(Path, $"{{ {March}, \"version\": 7 }}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _host.PostAsync("/api/journeys/nothing/simulate", $"{{ {March} }}")).Status);
    }

    [Fact]
    public async Task Many_people_are_gone_through_one_request_at_a_time()
    {
        using (_host.Get<SimulationTurn>().TryTake())
        {
            Assert.Equal(HttpStatusCode.Conflict, (await _host.PostAsync(Path, $"{{ {March} }}")).Status);
        }

        Assert.Equal(HttpStatusCode.OK, (await _host.PostAsync(Path, $"{{ {March} }}")).Status);
    }

    private async Task SaveAsync(string key, string json) => Assert.IsType<JourneySaved.Kept>(await _host.Get<SaveJourney>().RunAsync(key, Encoding.UTF8.GetBytes(json), null, default));
}
