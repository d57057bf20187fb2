using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace UserOps.LocalHost.Tests.Users;

public sealed class TagManyRouteTests
{
    [Fact]
    public async Task Many_are_tagged_from_a_file_and_by_a_segment_and_the_job_says_how_far_it_is()
    {
        await using var host = await TestHost.StartAsync(virtualClock: true);
        await SeeAsync(host, "ann");
        await SeeAsync(host, "bob");
        (await host.Client.PutAsJsonAsync("/api/tags/till", new { key = "till", names = new { en = "Till" }, kind = "imported", source = "the till" })).EnsureSuccessStatusCode();
        (await host.Client.PostAsync("/api/tags/till/activate", null)).EnsureSuccessStatusCode();

        var answer = await host.Client.PostAsync("/api/tags/till/people?until=2999-01-01", new StringContent("user\nann\nnobody\n", null, "text/csv"));
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        await PassAsync(host);
        var job = await host.Client.GetFromJsonAsync<JsonElement>(answer.Headers.Location);
        Assert.Equal(("done", 1, 1), (job.GetProperty("state").GetString(), job.GetProperty("outcomes").GetProperty("tagged").GetInt32(), job.GetProperty("skipped").GetInt32()));
        var tag = Assert.Single((await host.Client.GetFromJsonAsync<JsonElement>("/api/users/ann")).GetProperty("tags").EnumerateArray());
        Assert.Equal(("till", "Import"), (tag.GetProperty("name").GetString(), tag.GetProperty("origin").GetString()));

        (await host.Client.PutAsJsonAsync("/api/segments/till", new { key = "till", name = "T", kind = "dynamic", where = new { field = "tag", op = "has", value = "till" } })).EnsureSuccessStatusCode();
        (await host.Client.PostAsync("/api/segments/till/publish", null)).EnsureSuccessStatusCode();
        await PassAsync(host, "PT2M");
        (await host.Client.PostAsJsonAsync("/api/tags/met/people", new { segment = new { name = "till" } })).EnsureSuccessStatusCode();
        await PassAsync(host);
        Assert.Equal(["met", "till"], (await host.Client.GetFromJsonAsync<JsonElement>("/api/users/ann")).GetProperty("tags").EnumerateArray().Select(one => one.GetProperty("name").GetString()));
        Assert.Empty((await host.Client.GetFromJsonAsync<JsonElement>("/api/users/bob")).GetProperty("tags").EnumerateArray());

        (await host.Client.PostAsJsonAsync("/api/tags/till/people", new { users = new[] { "ann" }, remove = true })).EnsureSuccessStatusCode();
        await PassAsync(host);
        var first = await host.Client.GetFromJsonAsync<JsonElement>("/api/tags/till/jobs?limit=1");
        Assert.False(Assert.Single(first.GetProperty("jobs").EnumerateArray()).GetProperty("tagging").GetProperty("on").GetBoolean());
        var second = await host.Client.GetFromJsonAsync<JsonElement>($"/api/tags/till/jobs?from={first.GetProperty("next").GetString()}");
        Assert.Equal(job.GetProperty("id").GetString(), Assert.Single(second.GetProperty("jobs").EnumerateArray()).GetProperty("id").GetString());
        Assert.Empty((await host.Client.GetFromJsonAsync<JsonElement>("/api/tags/unheard/jobs")).GetProperty("jobs").EnumerateArray());
        Assert.Equal(HttpStatusCode.BadRequest, (await host.Client.GetAsync(new Uri("/api/tags/till/jobs?limit=0", UriKind.Relative))).StatusCode);
    }

    [Theory]
    [InlineData("{}", "users")]
    [InlineData("""{"users":["ann"],"value":3}""", "value")]
    [InlineData("""{"users":["ann"],"until":"soon"}""", "until")]
    [InlineData("""{"users":[" "]}""", "users[0]")]
    public async Task What_can_t_be_done_is_refused_by_the_field(string body, string field)
    {
        await using var host = await TestHost.StartAsync();
        var answer = await host.Client.PostAsync("/api/tags/vip/people", new StringContent(body, null, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(field, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("field").GetString());
    }

    private static async Task SeeAsync(TestHost host, string user)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/track") { Content = JsonContent.Create(new { userId = user, @event = "Product Viewed" }) };
        request.Headers.Authorization = new("Basic", Convert.ToBase64String("local-server:"u8));
        (await host.Client.SendAsync(request)).EnsureSuccessStatusCode();
        await PassAsync(host);
    }

    private static async Task PassAsync(TestHost host, string time = "PT1S") => (await host.Client.PostAsJsonAsync("/api/dev/clock", new { advance = time })).EnsureSuccessStatusCode();
}
