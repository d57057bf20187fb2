using System.Net;
using UserOps.LocalHost.CommandLine;
using UserOps.LocalHost.Hosting;

namespace UserOps.LocalHost.Tests.Hosting;

public class AccessTests
{
    private const string Key = "a-key-of-more-than-16-characters";
    private const string MarketersRoute = "/api/scoring/latest";

    [Theory]
    [InlineData("http://0.0.0.0:0", null)]
    [InlineData("http://*:0", null)]
    [InlineData("http://0.0.0.0:0", "too-short")]
    [InlineData("http://127.0.0.1:0", "too-short")]
    public async Task A_host_that_others_can_reach_does_not_start_without_a_good_key(string urls, string? key)
    {
        using var folder = new TemporaryFolder();
        var opening = await LocalHostApp.OpenAsync(
            new() { DataFolder = folder.Path, Urls = urls, Settings = new Dictionary<string, string?> { ["USEROPS_API_KEY"] = key } }, default);
        var refused = Assert.IsType<Opening.Refused>(opening);
        Assert.Equal(ExitCode.Usage, refused.ExitCode);
        Assert.Contains("USEROPS_API_KEY", Assert.Single(refused.Messages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Addresses_smuggled_in_by_settings_are_refused()
    {
        using var folder = new TemporaryFolder();
        var settings = new Dictionary<string, string?> { ["Kestrel:Endpoints:Http:Url"] = "http://0.0.0.0:9" };
        Assert.IsType<Opening.Refused>(
            await LocalHostApp.OpenAsync(new() { DataFolder = folder.Path, Urls = "http://127.0.0.1:0", Settings = settings }, default));
    }

    [Fact]
    public async Task On_loopback_without_a_key_only_pages_and_names_of_this_machine_are_answered()
    {
        await using var host = await TestHost.StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(host));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(host, name: "localhost"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(host, origin: "http://localhost:3000"));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(host, name: "rebound.example"));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(host, name: "127.0.0.1.example"));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(host, origin: "https://shop.example"));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(host, origin: "null"));
    }

    [Fact]
    public async Task With_a_key_the_routes_of_marketers_ask_for_it()
    {
        await using var host = await TestHost.StartAsync(settings: new() { ["USEROPS_API_KEY"] = Key });
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host, key: Key + "x"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(host, key: Key));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(host, bearer: Key, name: "userops.example"));
        Assert.Equal(HttpStatusCode.OK, (await host.Client.GetAsync("/api/health")).StatusCode);
    }

    [Fact]
    public async Task Keys_of_the_settings_may_do_what_their_role_may()
    {
        await using var host = await TestHost.StartAsync(settings: new()
        {
            ["ApiKeys:reports:Role"] = "Viewer",
            ["ApiKeys:reports:Sha256"] = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Key))),
        });
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(host, key: Key));
        using var admins = new HttpRequestMessage(HttpMethod.Get, "/api/dead-letters");
        admins.Headers.Add("x-api-key", Key);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.Client.SendAsync(admins)).StatusCode);
    }

    [Theory]
    [InlineData("X-Forwarded-Host", "localhost:7071", HttpStatusCode.NotFound)]
    [InlineData("X-Forwarded-Host", "rebound.example", HttpStatusCode.Forbidden)]
    [InlineData("X-Forwarded-For", "127.0.0.1", HttpStatusCode.NotFound)]
    [InlineData("X-Forwarded-For", "::1, [::1]:5000, ::ffff:127.0.0.1", HttpStatusCode.NotFound)]
    [InlineData("X-Forwarded-For", "127.0.0.1, 192.0.2.7", HttpStatusCode.Forbidden)]
    public async Task What_a_proxy_says_of_the_caller_counts_on_loopback(string header, string value, HttpStatusCode expected)
    {
        await using var host = await TestHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, MarketersRoute);
        request.Headers.Add(header, value);
        Assert.Equal(expected, (await host.Client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Trial_write_keys_are_there_only_where_nobody_else_can_reach_them_and_none_is_configured()
    {
        await using var trial = await TestHost.StartAsync();
        Assert.True(trial.Host.TrialKeys);
        Assert.Equal(["local-browser", "local-server"], trial.Host.Settings.WriteKeys.Values.Select(k => k.Key).Order());

        await using var configured = await TestHost.StartAsync(
            settings: new() { ["WriteKeys:site:Kind"] = "browser", ["WriteKeys:site:Key"] = "a-key-of-the-site" });
        Assert.False(configured.Host.TrialKeys);
        Assert.Equal("a-key-of-the-site", Assert.Single(configured.Host.Settings.WriteKeys.Values).Key);

        await using var keyed = await TestHost.StartAsync(settings: new() { ["USEROPS_API_KEY"] = Key });
        Assert.False(keyed.Host.TrialKeys);
        Assert.Empty(keyed.Host.Settings.WriteKeys);

        using var folder = new TemporaryFolder();
        var open = await LocalHostApp.OpenAsync(
            new() { DataFolder = folder.Path, Urls = "http://0.0.0.0:0", Settings = new Dictionary<string, string?> { ["USEROPS_API_KEY"] = Key } }, default);
        await using var reachable = Assert.IsType<Opening.Opened>(open).Host;
        Assert.Empty(reachable.Settings.WriteKeys);
    }

    [Fact]
    public async Task A_foreign_page_gains_nothing_by_the_trial_keys_that_everybody_knows()
    {
        const string Alias = """{ "writeKey": "local-server", "userId": "42", "previousId": "43" }""";
        const string Event = """{ "specversion": "1.0", "id": "1", "source": "x", "type": "t", "data": { "userId": "42" } }""";
        await using var trial = await TestHost.StartAsync();
        Assert.Equal(HttpStatusCode.OK, (await trial.PostAsync("/api/v1/alias", Alias)).Status);
        Assert.Equal(HttpStatusCode.OK, (await trial.PostAsync("/api/v1/alias", Alias, ("Origin", "http://localhost:3000"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await trial.PostAsync("/api/v1/alias", Alias, ("Origin", "https://elsewhere.example"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await trial.PostAsync("/api/v1/alias", Alias, ("Origin", "null"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await trial.PostAsync("/api/v1/alias", Alias, ("Host", "rebound.example"))).Status);
        Assert.Equal(
            HttpStatusCode.Forbidden, (await trial.PostAsync("/api/events?key=local-server", Event, ("Origin", "https://elsewhere.example"))).Status);

        await using var configured = await TestHost.StartAsync(
            settings: new() { ["WriteKeys:site:Kind"] = "browser", ["WriteKeys:site:Key"] = "a-key-of-the-site" });
        Assert.Equal(
            HttpStatusCode.OK,
            (await configured.PostAsync(
                "/api/v1/track", """{ "writeKey": "a-key-of-the-site", "userId": "42", "event": "Seen" }""", ("Origin", "https://shop.example"))).Status);
    }

    private static async Task<HttpStatusCode> StatusAsync(TestHost host, string? name = null, string? origin = null, string? key = null, string? bearer = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, MarketersRoute);
        request.Headers.Host = name;
        void Add(string header, string? value)
        {
            if (value is not null)
            {
                request.Headers.TryAddWithoutValidation(header, value);
            }
        }

        Add("Origin", origin);
        Add("x-api-key", key);
        Add("Authorization", bearer is null ? null : $"Bearer {bearer}");
        using var response = await host.Client.SendAsync(request);
        return response.StatusCode;
    }
}
