using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using UserOps.Application.Messages.Templates;
using UserOps.Application.Users;

namespace UserOps.LocalHost.Tests.Messages;

public sealed class TemplateRouteTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string Footer = """{ "kind": "partial", "defaultLanguage": "en", "languages": { "en": { "html": "<a href=\"{{links.unsubscribe}}\">stop</a>" }, "zh": { "html": "<a href=\"{{links.unsubscribe}}\">退订</a>" } } }""";

    private readonly TestHost _host = shared.Host;

    [Fact]
    public async Task A_template_is_written_published_and_shown_to_a_real_user()
    {
        await _host.SegmentAsync("identify", """{ "userId": "ada", "traits": { "firstName": "Ada <3", "locale": "zh_CN" } }""");
        await _host.DrainedAsync();
        await PublishedAsync("footer", Footer);
        var saved = await PutAsync("welcome", """
            { "channel": "email", "defaultLanguage": "en", "languages": {
                "en": { "subject": "Hello {{user.firstName}}", "html": "<p>Hello {{user.firstName}}</p>{{> footer}}" },
                "zh-Hans": { "subject": "你好 {{user.firstName}}", "html": "<p>{{event.properties.plan}} 你好 {{user.firstName}}</p>{{> footer}}" } } }
            """);
        Assert.Equal((HttpStatusCode.OK, 0), (saved.Status, saved.Body.GetProperty("mistakes").GetArrayLength()));

        var missing = await _host.PostAsync("/api/templates/welcome/preview", """{ "user": "ada" }""");
        var shown = await _host.PostAsync("/api/templates/welcome/preview", """{ "user": "ada", "event": { "name": "Signed Up", "properties": { "plan": "pro" } } }""");
        var english = await _host.PostAsync("/api/templates/welcome/preview", """{ "user": "ada", "language": "en-GB" }""");

        Assert.Equal(((HttpStatusCode)422, "event.properties.plan"), (missing.Status, missing.Field));
        Assert.Equal("zh-Hans", shown.Body.GetProperty("language").GetString());
        Assert.Equal("你好 Ada <3", shown.Body.GetProperty("parts").GetProperty("subject").GetString());
        Assert.Equal(
            "<p>pro 你好 Ada &lt;3</p><a href=\"https://preview.invalid/unsubscribe\">退订</a>", shown.Body.GetProperty("parts").GetProperty("html").GetString());
        Assert.Equal("Hello Ada <3", english.Body.GetProperty("parts").GetProperty("subject").GetString());
        Assert.Equal("user", (await _host.PostAsync("/api/templates/welcome/preview", """{ "user": "nobody" }""")).Field);
        Assert.Equal(HttpStatusCode.NotFound, (await _host.PostAsync("/api/templates/footer/preview", """{ "user": "ada" }""")).Status);
    }

    [Fact]
    public async Task What_was_published_stays_as_it_was()
    {
        await PublishedAsync("tail", """{ "kind": "partial", "defaultLanguage": "en", "languages": { "en": { "text": "one" } } }""");
        await PublishedAsync("note", """{ "channel": "sms", "defaultLanguage": "en", "languages": { "en": { "body": "first {{> tail}}" } } }""");
        Assert.Equal(1, (await PostAsync("note/publish")).Body.GetProperty("latest").GetInt32());

        await PublishedAsync("tail", """{ "kind": "partial", "defaultLanguage": "en", "languages": { "en": { "text": "two" } } }""");
        Assert.Equal("first one", await RenderedAsync("note", null));
        Assert.Equal(2, (await PostAsync("note/publish")).Body.GetProperty("latest").GetInt32());
        await PutAsync("note", """{ "channel": "sms", "defaultLanguage": "en", "languages": { "en": { "body": "draft" } } }""");

        Assert.Equal(("first one", "first two", "first two"), (await RenderedAsync("note", 1), await RenderedAsync("note", 2), await RenderedAsync("note", null)));
        Assert.Null(await RenderedAsync("note", 3));
        var view = (await _host.GetAsync("/api/templates/note")).Body;
        Assert.Equal("draft", view.GetProperty("content").GetProperty("languages").GetProperty("en").GetProperty("body").GetString());
        Assert.True(view.GetProperty("template").GetProperty("changed").GetBoolean());
        Assert.Equal(
            "first {{> tail}}",
            (await _host.GetAsync("/api/templates/note?version=1")).Body.GetProperty("content").GetProperty("languages").GetProperty("en").GetProperty("body").GetString());
        Assert.Contains((await _host.GetAsync("/api/templates")).Body.GetProperty("templates").EnumerateArray(), t => t.GetProperty("key").GetString() == "note");
    }

    [Fact]
    public async Task A_draft_with_mistakes_is_kept_and_not_published()
    {
        var saved = await PutAsync("slip", """{ "channel": "email", "defaultLanguage": "en", "languages": { "en": { "subject": "x", "html": "{{user.nme}}" } } }""");
        var refused = await PostAsync("slip/publish");

        Assert.Equal(HttpStatusCode.OK, saved.Status);
        var mistake = Assert.Single(saved.Body.GetProperty("mistakes").EnumerateArray());
        Assert.Equal("/languages/en/html", mistake.GetProperty("at").GetString());
        Assert.Equal((HttpStatusCode)422, refused.Status);
        Assert.Equal(mistake.GetProperty("what").GetString(), Assert.Single(refused.Body.GetProperty("errors").EnumerateArray()).GetProperty("what").GetString());
        await _host.SegmentAsync("identify", """{ "userId": "looker" }""");
        await _host.DrainedAsync();
        Assert.Equal((HttpStatusCode)422, (await _host.PostAsync("/api/templates/slip/preview", """{ "user": "looker" }""")).Status);
    }

    [Theory]
    [InlineData("Upper", "{}", "key")]
    [InlineData("x", "[", "$")]
    [InlineData("x", """{ "channel": "fax", "defaultLanguage": "en", "languages": {} }""", "$.channel")]
    [InlineData("x", """{ "channel": 1, "defaultLanguage": "en", "languages": {} }""", "$.channel")]
    [InlineData("x", """{ "chanel": "sms", "defaultLanguage": "en", "languages": {} }""", "$.chanel")]
    [InlineData("x", """{ "defaultLanguage": "en", "languages": { "en": {}, "en": {} } }""", "$.languages.en")]
    public async Task What_is_no_template_is_refused_by_name(string key, string body, string field)
    {
        var answer = await PutAsync(key, body);

        Assert.Equal((HttpStatusCode.BadRequest, field), (answer.Status, answer.Field));
    }

    [Theory]
    [InlineData("""{ "defaultLanguage": null, "languages": null }""")]
    [InlineData("""{ "defaultLanguage": "en", "languages": { "en": null }, "purpose": null }""")]
    public async Task What_is_empty_is_kept_with_its_mistakes(string body)
    {
        var answer = await PutAsync("empty", body);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.NotEqual(0, answer.Body.GetProperty("mistakes").GetArrayLength());
        Assert.Equal((HttpStatusCode)422, (await PostAsync("empty/publish")).Status);
    }

    [Fact]
    public async Task What_is_not_there_is_said_so()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await _host.GetAsync("/api/templates/none")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync("none/publish")).Status);
        Assert.Equal("version", (await _host.GetAsync("/api/templates/none?version=x")).Field);
    }

    private async Task<string?> RenderedAsync(string key, int? version)
    {
        await _host.SegmentAsync("identify", """{ "userId": "reader" }""");
        await _host.DrainedAsync();
        var profile = await _host.Services.GetRequiredService<NamedUser>().RunAsync("reader", default);
        var rendering = await _host.Services.GetRequiredService<RenderTemplate>().RunAsync(key, version, new() { Profile = profile! }, default);
        return (rendering as Rendering.Rendered)?.Message.Parts.Body;
    }

    private async Task PublishedAsync(string key, string body)
    {
        await PutAsync(key, body);
        var answer = await PostAsync(key + "/publish");
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Body.GetRawText());
    }

    private Task<Answer> PutAsync(string key, string body) => _host.SendAsync(HttpMethod.Put, "/api/templates/" + key, Encoding.UTF8.GetBytes(body));

    private Task<Answer> PostAsync(string path) => _host.PostAsync("/api/templates/" + path, "");
}
