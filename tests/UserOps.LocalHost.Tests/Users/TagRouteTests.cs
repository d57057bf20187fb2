using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace UserOps.LocalHost.Tests.Users;

public sealed class TagRouteTests
{
    [Fact]
    public async Task Tags_are_put_on_and_taken_off_and_stand_in_the_timeline()
    {
        await using var host = await TestHost.StartAsync(virtualClock: true);
        await TrackAsync(host);
        await TagAsync(host, new { add = new[] { "VIP", "trial" } });
        await TagAsync(host, new { remove = new[] { "trial" } });

        var user = await host.Client.GetFromJsonAsync<JsonElement>("/api/users/ann");
        var tag = Assert.Single(user.GetProperty("tags").EnumerateArray());
        Assert.Equal(("vip", "Manual"), (tag.GetProperty("name").GetString(), tag.GetProperty("origin").GetString()));
        Assert.Equal(JsonValueKind.Null, tag.GetProperty("until").ValueKind);
        var timeline = await host.Client.GetFromJsonAsync<JsonElement>("/api/users/ann/timeline");
        Assert.Equal(["Product Viewed", "Tags Changed", "Tags Changed"], timeline.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("name").GetString()));
    }

    [Theory]
    [InlineData("{}", "add")]
    [InlineData("""{"add":[""]}""", "add[0]")]
    [InlineData("""{"add":["vip"],"remove":["trial","Vip"]}""", "remove[1]")]
    [InlineData("""{"remove":["vip",null]}""", "remove[1]")]
    public async Task What_can_t_be_done_is_refused_by_the_field(string body, string field)
    {
        await using var host = await TestHost.StartAsync();

        var answer = await host.Client.PostAsync("/api/users/ann/tags", new StringContent(body, null, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(field, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("field").GetString());
    }

    [Fact]
    public async Task Nobody_is_tagged_under_a_name_that_is_not_known()
    {
        await using var host = await TestHost.StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.PostAsJsonAsync("/api/users/nobody/tags", new { add = new[] { "vip" } })).StatusCode);
    }

    [Fact]
    public async Task A_tag_is_defined_put_on_with_a_value_for_a_time_listed_and_retired()
    {
        await using var host = await TestHost.StartAsync(virtualClock: true);
        await TrackAsync(host);
        var saved = await host.Client.PutAsJsonAsync("/api/tags/size", new { key = "size", names = new { en = "Size" }, kind = "manual", valueType = "text", ttl = "P2D" });
        Assert.Empty((await saved.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("mistakes").EnumerateArray());
        (await host.Client.PostAsync("/api/tags/size/activate", null)).EnsureSuccessStatusCode();

        Assert.Equal("add[0]", await RefusedAsync(host, new { add = new[] { "size" } }, HttpStatusCode.BadRequest));
        Assert.Equal("add[0].until", await RefusedAsync(host, new { add = new[] { new { tag = "size", value = "XL", until = "soon" } } }, HttpStatusCode.BadRequest));
        await TagAsync(host, new { add = new object[] { "vip", new { tag = "Size", value = "XL", until = "2999-01-01" } } });
        var tags = (await host.Client.GetFromJsonAsync<JsonElement>("/api/users/ann")).GetProperty("tags");
        Assert.Equal(("size", "XL"), (tags[0].GetProperty("name").GetString(), tags[0].GetProperty("value").GetString()));
        Assert.Equal(JsonValueKind.String, tags[0].GetProperty("until").ValueKind);

        var listed = (await host.Client.GetFromJsonAsync<JsonElement>("/api/tags")).GetProperty("tags");
        Assert.Equal(["size active 1", "vip undefined 1"], listed.EnumerateArray().Select(tag => $"{tag.GetProperty("key")} {tag.GetProperty("state")} {tag.GetProperty("coverage")}"));
        Assert.Empty((await host.Client.GetFromJsonAsync<JsonElement>("/api/tags/size/history")).GetProperty("days").EnumerateArray());

        (await host.Client.PutAsJsonAsync("/api/segments/large", new { key = "large", name = "Large", kind = "dynamic", where = new { field = "tag.size", op = "is", value = "XL" } })).EnsureSuccessStatusCode();
        (await host.Client.PostAsync("/api/segments/large/publish", null)).EnsureSuccessStatusCode();
        Assert.False((await host.Client.GetFromJsonAsync<JsonElement>("/api/tags/size/usage")).GetProperty("canRetire").GetBoolean());
        var refused = await host.Client.PostAsync("/api/tags/size/retire", null);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal("large", Assert.Single((await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("segments").EnumerateArray()).GetString());
        (await host.Client.PostAsync("/api/segments/large/archive", null)).EnsureSuccessStatusCode();
        (await host.Client.PostAsync("/api/tags/size/retire", null)).EnsureSuccessStatusCode();
        Assert.Equal("add[0].tag", await RefusedAsync(host, new { add = new[] { new { tag = "size", value = "XL" } } }, HttpStatusCode.Conflict));
    }

    private static async Task<string?> RefusedAsync(TestHost host, object tags, HttpStatusCode status)
    {
        var answer = await host.Client.PostAsJsonAsync("/api/users/ann/tags", tags);
        Assert.Equal(status, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("field").GetString();
    }

    private static async Task TrackAsync(TestHost host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/track") { Content = JsonContent.Create(new { userId = "ann", @event = "Product Viewed" }) };
        request.Headers.Authorization = new("Basic", Convert.ToBase64String("local-server:"u8));
        (await host.Client.SendAsync(request)).EnsureSuccessStatusCode();
        await ApplyAsync(host);
    }

    private static async Task TagAsync(TestHost host, object tags)
    {
        Assert.Equal(HttpStatusCode.Accepted, (await host.Client.PostAsJsonAsync("/api/users/ann/tags", tags)).StatusCode);
        await ApplyAsync(host);
    }

    /// <summary>By the time the clock has moved, what was queued is applied.</summary>
    private static async Task ApplyAsync(TestHost host) => (await host.Client.PostAsJsonAsync("/api/dev/clock", new { advance = "PT1S" })).EnsureSuccessStatusCode();
}
