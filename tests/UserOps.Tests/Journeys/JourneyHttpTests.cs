using System.Net;
using System.Text;
using System.Text.Json;
using UserOps.Application.Http;
using UserOps.Application.Journeys;
using UserOps.Tests.Events;

namespace UserOps.Tests.Journeys;

public sealed class JourneyHttpTests : IAsyncLifetime
{
    private const string Path = "/api/journeys/onboarding";
    private IntakeHost _host = null!;

    public async Task InitializeAsync() => _host = await IntakeHost.StartAsync(extra: JourneyRoutes.All);

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_journey_is_saved_published_read_and_archived()
    {
        var saved = await PutAsync(Document());
        Assert.Equal((HttpStatusCode.OK, "draft", 0), (saved.Status, Text(saved, "state"), saved.Body.GetProperty("mistakes").GetArrayLength()));

        var published = await PostAsync(Path + "/publish");
        Assert.Equal((1, true, "published"), (published.Body.GetProperty("version").GetInt32(), published.Body.GetProperty("new").GetBoolean(), Text(published, "state")));

        var read = await GetAsync(Path);
        Assert.Equal(saved.Headers["ETag"], read.Headers["ETag"]);
        Assert.Equal(Document(), read.Body.GetProperty("draft").GetProperty("journey").GetRawText());
        Assert.Equal("新用户", read.Body.GetProperty("published").GetProperty("journey").GetProperty("name").GetString());
        Assert.Equal(1, read.Body.GetProperty("versions")[0].GetProperty("version").GetInt32());
        var version = await GetAsync(Path + "/versions/1");
        Assert.Equal(read.Body.GetProperty("published").GetRawText(), version.Body.GetRawText());

        Assert.Equal("archived", Text(await PostAsync(Path + "/archive"), "state"));
        var listed = (await GetAsync("/api/journeys")).Body.GetProperty("journeys");
        Assert.Equal("onboarding archived", $"{listed[0].GetProperty("key")} {listed[0].GetProperty("state")}");
    }

    [Fact]
    public async Task Mistakes_are_told_when_it_is_saved_read_and_published()
    {
        var saved = await PutAsync(Document(steps: """{"id":"a","type":"wait","for":"soon"}"""));
        var read = await GetAsync(Path);
        var refused = await PostAsync(Path + "/publish");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity), (saved.Status, refused.Status));
        Assert.Equal("urn:userops:invalid-journey", Text(refused, "type"));
        var mistakes = new[] { saved.Body.GetProperty("mistakes"), read.Body.GetProperty("draft").GetProperty("mistakes"), refused.Body.GetProperty("errors") };
        Assert.All(mistakes, list => Assert.Equal("/steps/0/for", list[0].GetProperty("at").GetString()));
        Assert.All(mistakes, list => Assert.Contains("no duration", list[0].GetProperty("what").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_body_that_is_no_json_is_not_kept()
    {
        var answer = await PutAsync("{\"key\":");

        Assert.Equal((HttpStatusCode.BadRequest, "urn:userops:malformed-json"), (answer.Status, Text(answer, "type")));
        Assert.Equal("", answer.Body.GetProperty("errors")[0].GetProperty("at").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(Path)).Status);
    }

    [Fact]
    public async Task Whoever_was_overtaken_is_told()
    {
        var tag = (await PutAsync(Document())).Headers["ETag"];
        await PutAsync(Document(steps: """{"id":"a","type":"exit"}"""));

        Assert.Equal(HttpStatusCode.PreconditionFailed, (await PutAsync(Document(), ("If-Match", tag))).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await _host.PostAsync(Path + "/publish", "", ("If-Match", tag))).Status);
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(Document(), ("If-Match", "*"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await _host.PostAsync(Path + "/publish", "", ("If-Match", "W/" + tag))).Status);
    }

    [Fact]
    public async Task A_journey_is_tried_without_keeping_it()
    {
        var right = await _host.PostAsync("/api/journeys/validate", Document());
        var wrong = await _host.PostAsync("/api/journeys/validate", "nonsense");

        Assert.Equal((HttpStatusCode.OK, true), (right.Status, right.Body.GetProperty("valid").GetBoolean()));
        Assert.Equal((HttpStatusCode.OK, false, 1), (wrong.Status, wrong.Body.GetProperty("valid").GetBoolean(), wrong.Body.GetProperty("mistakes").GetArrayLength()));
        Assert.Empty(_host.Store.Rows);
    }

    [Fact]
    public async Task The_schema_is_served()
    {
        var answer = await _host.Client.GetAsync("/api/journeys/schema");

        Assert.Equal("application/schema+json", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(SchemaCheck.Journeys.Schema.GetRawText(), JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync()).RootElement.GetRawText());
    }

    [Theory]
    [InlineData("GET", Path, 404)]
    [InlineData("GET", "/api/journeys/validate", 404)]
    [InlineData("GET", "/api/journeys/onboarding/versions/1", 404)]
    [InlineData("GET", "/api/journeys/onboarding/versions/-1", 404)]
    [InlineData("POST", Path + "/publish", 404)]
    [InlineData("POST", Path + "/archive", 404)]
    [InlineData("POST", "/api/journeys/A~B/publish", 404)]
    [InlineData("PUT", "/api/journeys/schema", 400)]
    [InlineData("PUT", "/api/journeys/Big", 400)]
    [InlineData("GET", "/api/journeys?limit=0", 400)]
    [InlineData("GET", "/api/journeys?from=a/b", 400)]
    public async Task What_is_not_there_or_cannot_be_is_said_so(string method, string path, int status) =>
        Assert.Equal(status, (int)(await _host.SendAsync(new(method), path, Encoding.UTF8.GetBytes(Document()))).Status);

    [Fact]
    public async Task A_journey_over_the_limit_is_refused() =>
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await PutAsync(Document() + new string(' ', 64 * 1024))).Status);

    [Fact]
    public void Marketers_write_and_viewers_read() => Assert.All(
        JourneyRoutes.All, route => Assert.Equal(route.Method == "GET" ? Access.Viewer : Access.Marketer, route.Access));

    private Task<Answer> GetAsync(string path) => _host.SendAsync(HttpMethod.Get, path);

    private Task<Answer> PostAsync(string path) => _host.PostAsync(path, "");

    private Task<Answer> PutAsync(string body, params (string, string)[] headers) => _host.SendAsync(HttpMethod.Put, Path, Encoding.UTF8.GetBytes(body), headers);

    private static string? Text(Answer answer, string name) => answer.Body.GetProperty(name).GetString();

    private static string Document(string steps = """{"id":"a","type":"wait","for":"P1D"}""") =>
        $$"""{"key":"onboarding","name":"新用户","entry":"manual","steps":[{{steps}}]}""";
}
