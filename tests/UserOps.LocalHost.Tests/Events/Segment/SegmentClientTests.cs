using System.Text.Json;
using UserOps.Tests;

namespace UserOps.LocalHost.Tests.Events.Segment;

public sealed class SegmentClientTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private readonly TestHost _host = shared.Host;

    [NodeFact(NodeScript.Folder)]
    public async Task The_node_client_delivers_every_call_and_its_alias_makes_two_users_one()
    {
        await NodeScript.RunAsync("segment.mjs", _host.Address, SharedHost.ServerKey);

        await _host.DrainedAsync();
        var user = await _host.UserAsync("ada-lovelace");
        Assert.Equal("ada-lovelace", user.GetProperty("id").GetString());
        foreach (var id in new[] { "ada", "email:ada@shop.example", "anonymous:tablet-of-ada" })
        {
            Assert.Equal(user.GetRawText(), (await _host.UserAsync(id)).GetRawText());
        }

        Assert.Equal(
            """{"city":"London","email":"ada@shop.example","plan":"pro"}""",
            JsonSerializer.Serialize(user.GetProperty("traits").EnumerateObject().OrderBy(trait => trait.Name).ToDictionary(trait => trait.Name, trait => trait.Value)));
        var purchases = user.GetProperty("purchases");
        Assert.Equal((2, 34.50m), (purchases.GetProperty("orders").GetInt32(), purchases.GetProperty("amount").GetDecimal()));

        var timeline = await _host.TimelineAsync("ada");
        Assert.Equal(
            ["Alias", "Group", "Identify", "Identify", "Order Completed", "Order Completed", "Page Viewed", "Product Viewed", "Screen Viewed"],
            timeline.Names().Order());
        Assert.Equal("Kind of Blue", PropertyOf(timeline, "Product Viewed", "name"));
        Assert.Equal("Jazz", PropertyOf(timeline, "Page Viewed", "category"));
        Assert.Equal("readers", PropertyOf(timeline, "Group", "groupId"));
        Assert.All(timeline, item => Assert.StartsWith("segment:", item.GetProperty("source").GetString(), StringComparison.Ordinal));
    }

    private static string? PropertyOf(IEnumerable<JsonElement> timeline, string name, string property) =>
        timeline.Single(item => item.GetProperty("name").GetString() == name).GetProperty("properties").GetProperty(property).GetString();
}
