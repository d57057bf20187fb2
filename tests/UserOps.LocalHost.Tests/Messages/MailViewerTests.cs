using System.Net;
using Microsoft.Extensions.DependencyInjection;
using UserOps.Application.Messages;

namespace UserOps.LocalHost.Tests.Messages;

public sealed class MailViewerTests
{
    private const string Key = "a-key-of-the-operator";
    private const string Evil = "<script>alert('x')</script>";

    [Fact]
    public async Task Mail_is_listed_and_shown_and_everything_of_it_is_encoded()
    {
        await using var host = await TestHost.StartAsync();
        Assert.Contains("No mail yet", await host.Client.GetStringAsync("/mail"), StringComparison.Ordinal);
        await SendAsync(host);

        var list = await host.Client.GetStringAsync("/mail");
        var page = await host.Client.GetStringAsync("/mail/" + MailBox.Name);

        Assert.Contains($"href=\"/mail/{MailBox.Name}\"", list, StringComparison.Ordinal);
        Assert.Contains("您好 &lt;script&gt;", list, StringComparison.Ordinal);
        Assert.Contains("ada@example.com", list, StringComparison.Ordinal);
        Assert.Contains("<pre>&lt;script&gt;", page, StringComparison.Ordinal);
        Assert.Contains("List-Unsubscribe", page, StringComparison.Ordinal);
        Assert.Contains($"<iframe sandbox src=\"/mail/{MailBox.Name}/html\"", page, StringComparison.Ordinal);
        Assert.All((string[])[list, page], text => Assert.DoesNotContain("<script", text, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_html_of_a_mail_may_run_and_load_nothing()
    {
        await using var host = await TestHost.StartAsync();
        await SendAsync(host);

        using var html = await host.Client.GetAsync(new Uri($"/mail/{MailBox.Name}/html", UriKind.Relative));
        using var page = await host.Client.GetAsync(new Uri($"/mail/{MailBox.Name}", UriKind.Relative));

        Assert.Equal(Evil, await html.Content.ReadAsStringAsync());
        var rules = Policy(html);
        Assert.Superset(new HashSet<string> { "default-src 'none'", "form-action 'none'", "base-uri 'none'", "frame-ancestors 'self'", "sandbox" }, rules);
        Assert.DoesNotContain(rules, rule => rule.StartsWith("script-src", StringComparison.Ordinal) || rule.Contains("http", StringComparison.Ordinal) || rule.Contains('*', StringComparison.Ordinal));
        Assert.Superset(new HashSet<string> { "default-src 'none'", "frame-src 'self'", "frame-ancestors 'none'" }, Policy(page));
        Assert.All((HttpResponseMessage[])[html, page], answer =>
        {
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
            Assert.True(answer.Headers.CacheControl!.NoStore);
        });
    }

    [Theory]
    [InlineData("/mail/0c9e2ff22d3b4ab59f5c4d1e2c0b7a12")]
    [InlineData("/mail/..%2Fuserops.db")]
    [InlineData("/mail/userops.db")]
    [InlineData("/mail/0C9E2FF22D3B4AB59F5C4D1E2C0B7A11")]
    [InlineData("/mail/%2e%2e%2f%2e%2e%2fidentity.key/html")]
    public async Task Only_mail_is_shown(string path)
    {
        await using var host = await TestHost.StartAsync();
        await SendAsync(host);

        using var answer = await host.Client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Where_a_key_is_asked_it_is_asked_for_mail_too()
    {
        await using var keyed = await TestHost.StartAsync(settings: new() { ["USEROPS_API_KEY"] = Key });
        await SendAsync(keyed);
        foreach (var path in (string[])["/mail", "/mail/" + MailBox.Name, $"/mail/{MailBox.Name}/html"])
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(keyed, path));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(keyed, path, ("x-api-key", Key)));
        }

        await using var open = await TestHost.StartAsync();
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(open, "/mail", ("Host", "rebound.example")));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(open, "/mail", ("Origin", "https://elsewhere.example")));
    }

    private static Task SendAsync(TestHost host) => host.Services.GetRequiredService<IEmailSender>().SendAsync(
        MailBox.Message() with { Subject = "您好 " + Evil, Html = Evil, PlainText = Evil }, MailBox.Operation, default);

    private static HashSet<string> Policy(HttpResponseMessage answer) =>
        [.. Assert.Single(answer.Headers.GetValues("Content-Security-Policy")).Split(';', StringSplitOptions.TrimEntries)];

    private static async Task<HttpStatusCode> StatusAsync(TestHost host, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await host.Client.SendAsync(request);
        return answer.StatusCode;
    }
}
