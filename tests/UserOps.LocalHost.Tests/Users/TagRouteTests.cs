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
        Assert.Equal(["vip"], user.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()));
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
