using System.Net;
using System.Text.Json;
using UserOps.Application.Http;
using UserOps.Application.Journeys.Control;
using UserOps.Application.Messages.Templates;
using UserOps.Tests.Events;
using UserOps.Tests.Messages.Templates;

namespace UserOps.Tests.Journeys.Control;

public sealed class StartJourneyTests : IAsyncLifetime
{
    private const string Runs = "/api/journeys/tour/runs";

    private const string Tour = """
        { "key": "tour", "name": "Tour", "entry": "manual", "steps": [ { "id": "seen", "type": "tag", "add": ["seen"] }, { "id": "pause", "type": "wait", "for": "P2D" } ] }
        """;

    private RunningHost _host = null!;

    public async Task InitializeAsync() => _host = await RunningHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Users_are_let_in_by_a_job_that_says_how_far_it_is()
    {
        await _host.Trip.PublishAsync(Tour);
        await _host.PeopleAsync(3);

        var started = await _host.PostAsync(Runs, """{"users":["u0","email:u1@mail.example","u2","u0","nobody"],"variables":{"offer":"a"}}""", "k");
        Assert.Equal((HttpStatusCode.Accepted, 3, 0), (started.Status, Number(started, "total"), Number(started, "done")));
        Assert.Equal(("/users/4", 1), (started.Body.GetProperty("mistakes")[0].GetProperty("at").GetString(), Number(started, "skipped")));

        await _host.WorkAsync();
        var done = await _host.GetAsync(started.Headers["Location"]);
        Assert.Equal(("done", 3, 3), (Text(done, "state"), Number(done, "done"), done.Body.GetProperty("outcomes").GetProperty("started").GetInt32()));
        var run = await _host.Trip.OnlyRunAsync("u1");
        Assert.Equal(("pause", $"job:{Text(done, "id")}", "a"), (run.Step, run.Cause, run.Variables!.Value.GetProperty("offer").GetString()));
        Assert.Equal(Text(done, "id"), (await _host.GetAsync("/api/journeys/tour/jobs")).Body.GetProperty("jobs")[0].GetProperty("id").GetString());
        Assert.DoesNotContain(_host.Trip.World.Store.Rows, row => row.Partition.Value.StartsWith("job~", StringComparison.Ordinal) && row.Key.Value != "j");
        Assert.DoesNotContain(_host.Trip.World.Store.Rows, row => row.Partition.Value == "jobs");
    }

    [Fact]
    public async Task A_request_that_is_repeated_starts_nobody_twice_and_another_under_its_name_is_refused()
    {
        await _host.Trip.PublishAsync(Tour);
        await _host.PeopleAsync(3);
        const string body = """{"users":["u0","u1"]}""";

        var first = await _host.PostAsync(Runs, body, "k");
        var again = await _host.PostAsync(Runs, body, "k");
        await _host.WorkAsync();
        var later = await _host.PostAsync(Runs, body, "k");
        var other = await _host.PostAsync(Runs, """{"users":["u2","u1"]}""", "k");
        var nameless = await _host.PostAsync(Runs, body);

        Assert.All([again, later], answer => Assert.Equal((HttpStatusCode.Accepted, Text(first, "id")), (answer.Status, Text(answer, "id"))));
        Assert.Equal("done", Text(later, "state"));
        Assert.Equal((HttpStatusCode.Conflict, "urn:userops:key-reused", "Idempotency-Key"), (other.Status, Text(other, "type"), other.Field));
        Assert.Equal((HttpStatusCode.BadRequest, "Idempotency-Key"), (nameless.Status, nameless.Field));
        Assert.Equal(HttpStatusCode.Accepted, (await _host.PostAsync(Runs, """{"users":["u2"]}""")).Status);
        await _host.WorkAsync();
        Assert.All(new[] { "u0", "u1", "u2" }, user => Assert.Single(_host.Trip.RunsAsync(user).Result));
    }

    [Theory]
    [InlineData("""{"users":["u0"],"variables":{"offer":"a","offer":"b"}}""")]
    [InlineData("""{"users":["u0"],"variables":{"offer":{"code":"a","code":"b"}}}""")]
    [InlineData("""{"users":["u0"],"users":["u1"]}""")]
    public async Task A_name_that_stands_twice_in_the_body_is_refused(string body)
    {
        await _host.Trip.PublishAsync(Tour);
        await _host.PeopleAsync(2);

        Assert.Equal(HttpStatusCode.BadRequest, (await _host.PostAsync(Runs, body)).Status);
        await _host.WorkAsync();
        Assert.Empty(await _host.Trip.RunsAsync("u0"));
    }

    [Fact]
    public async Task Who_is_inside_or_was_is_counted_as_such()
    {
        await _host.Trip.PublishAsync(Tour);
        await _host.PeopleAsync(2);
        await _host.PostAsync(Runs, """{"users":["u0"]}""");
        await _host.WorkAsync();
        await _host.Trip.PassAsync(TimeSpan.FromDays(3));
        await _host.PostAsync(Runs, """{"users":["u1"]}""");
        await _host.WorkAsync();

        var job = await _host.PostAsync(Runs, """{"users":["u0","u1"]}""", "k");
        await _host.WorkAsync();

        Assert.Equal("""{"re-entry":1,"inside":1}""", (await _host.GetAsync(job.Headers["Location"])).Body.GetProperty("outcomes").GetRawText());
    }

    [Fact]
    public async Task A_file_names_its_bad_lines_and_the_rest_come_in()
    {
        await _host.Trip.PublishAsync(Tour);
        await _host.PeopleAsync(3);

        var started = await _host.PostAsync(Runs + "?ratePerMinute=600", "name;E-mail;Email\nAnn;x;U0@mail.example\n\nBob;x;\nCy;x;cy@mail.example\nDee;x;u2@mail.example\n", "k", "text/csv");

        Assert.Equal((HttpStatusCode.Accepted, 2, 2), (started.Status, Number(started, "total"), Number(started, "skipped")));
        Assert.Equal(["line 4", "line 5"], started.Body.GetProperty("mistakes").EnumerateArray().Select(one => one.GetProperty("at").GetString()!));
        await _host.WorkAsync();
        Assert.Single(await _host.Trip.RunsAsync("u2"));
        Assert.Empty(await _host.Trip.RunsAsync("u1"));
        Assert.Equal("body", (await _host.PostAsync(Runs, "name\nAnn\n", "k2", "text/csv")).Field);
    }

    [Fact]
    public async Task A_segment_of_the_published_scores_is_let_in()
    {
        await _host.Trip.PublishAsync(Tour);
        await _host.PeopleAsync(20);
        const string body = """{"segment":{"map":"stage","name":"new"}}""";
        Assert.Equal("urn:userops:no-scores", Text(await _host.PostAsync(Runs, body, "k"), "type"));
        await _host.ScoreAsync();

        var foretold = await _host.PostAsync(Runs, """{"segment":{"map":"stage","name":"new"},"dryRun":true}""");
        var started = await _host.PostAsync(Runs, body, "k");
        await _host.WorkAsync();

        Assert.Equal((HttpStatusCode.OK, 20), (foretold.Status, Number(foretold, "people")));
        Assert.Equal((20, "stage/new"), (Number(started, "total"), Text(started, "segment")));
        Assert.Single(await _host.Trip.RunsAsync("u7"));
        Assert.Equal(HttpStatusCode.BadRequest, (await _host.PostAsync(Runs, """{"segment":{"map":"stage","name":"dormant"}}""", "k3")).Status);
    }

    [Fact]
    public async Task Messages_that_would_come_too_late_have_to_be_accepted()
    {
        await MailAsync();
        await _host.PeopleAsync(150);
        var users = JsonSerializer.Serialize(Enumerable.Range(0, 150).Select(i => $"u{i}"));

        var refused = await _host.PostAsync("/api/journeys/mail/runs", $$"""{"users":{{users}}}""", "k");
        Assert.Equal((HttpStatusCode.Conflict, "urn:userops:would-expire", "acceptExpiry", 50), (refused.Status, Text(refused, "type"), refused.Field, Number(refused, "expiring")));
        Assert.True(refused.Body.GetProperty("finishAt").GetDateTimeOffset() > _host.Trip.Now);
        Assert.Empty(_host.Trip.World.Queue.Pending);

        var slowly = await _host.PostAsync("/api/journeys/mail/runs", $$"""{"users":{{users}},"ratePerMinute":1,"dryRun":true}""");
        Assert.Equal(0, slowly.Body.GetProperty("forecast").GetProperty("expiring").GetInt32());
        Assert.Equal(_host.Trip.Now.AddMinutes(149), slowly.Body.GetProperty("forecast").GetProperty("finishAt").GetDateTimeOffset());

        var accepted = await _host.PostAsync("/api/journeys/mail/runs", $$"""{"users":{{users}},"acceptExpiry":true}""", "k");
        Assert.Equal((HttpStatusCode.Accepted, 50), (accepted.Status, accepted.Body.GetProperty("forecast").GetProperty("expiring").GetInt32()));
    }

    [Theory]
    [InlineData("{}", "users")]
    [InlineData("""{"users":[]}""", "users")]
    [InlineData("""{"users":["u0"," "]}""", "users[1]")]
    [InlineData("""{"users":["u0"],"segment":{"map":"stage","name":"new"}}""", "users")]
    [InlineData("""{"segment":{"map":"stages","name":"new"}}""", "segment.map")]
    [InlineData("""{"segment":{"map":"stage","name":"newest"}}""", "segment.name")]
    [InlineData("""{"users":["u0"],"ratePerMinute":0}""", "ratePerMinute")]
    [InlineData("""{"users":["u0"],"variables":[1]}""", "variables")]
    [InlineData("""{"users":"u0"}""", "$.users")]
    [InlineData("nonsense", "$")]
    public async Task What_is_wrong_with_a_request_is_named(string body, string field)
    {
        await _host.Trip.PublishAsync(Tour);

        var answer = await _host.PostAsync(Runs, body, "k");

        Assert.Equal((HttpStatusCode.BadRequest, field), (answer.Status, answer.Field));
    }

    [Fact]
    public async Task A_journey_that_takes_nobody_in_says_so()
    {
        await _host.Trip.PublishAsync(Tour);
        await _host.PeopleAsync(1);
        Assert.Equal(HttpStatusCode.NotFound, (await _host.PostAsync("/api/journeys/other/runs", """{"users":["u0"]}""")).Status);
        await _host.PostAsync("/api/journeys/tour/pause");
        Assert.Equal("urn:userops:paused", Text(await _host.PostAsync(Runs, """{"users":["u0"]}"""), "type"));
        await _host.PostAsync("/api/journeys/tour/archive");
        Assert.Equal("urn:userops:not-published", Text(await _host.PostAsync(Runs, """{"users":["u0"]}"""), "type"));
    }

    [Fact]
    public void Marketers_write_and_viewers_read() => Assert.All(
        RunningRoutes.All, route => Assert.Equal(route.Method == "GET" ? Access.Viewer : Access.Marketer, route.Access));

    private async Task MailAsync()
    {
        await _host.Trip.World.Get<SaveTemplate>().RunAsync("hello", Written.Email("<p>Hello</p>", text: "Hello"), default);
        Assert.IsType<Publishing.Published>(await _host.Trip.World.Get<PublishTemplate>().RunAsync("hello", default));
        await _host.Trip.PublishAsync("""
            {
              "key": "mail", "name": "Mail", "entry": "manual", "tooLate": "PT1H",
              "steps": [ { "id": "hello", "type": "send", "channel": "email", "template": "hello", "purpose": "transactional" } ]
            }
            """);
    }

    private static string? Text(Answer answer, string name) => answer.Body.GetProperty(name).GetString();

    private static int Number(Answer answer, string name) => answer.Body.GetProperty(name).GetInt32();
}
