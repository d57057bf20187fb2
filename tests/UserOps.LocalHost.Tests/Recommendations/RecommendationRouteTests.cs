using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using UserOps.Application.Orders.Import;

namespace UserOps.LocalHost.Tests.Recommendations;

public sealed class RecommendationRouteTests
{
    /// <summary>Four customers bought lantern and candle; ann only the lantern. Days before now, so that the night after is the next one.</summary>
    private static readonly string Baskets = "order_id,customer_id,ordered_at,sku,product,quantity,unit_price\n" + string.Concat(
        Enumerable.Range(1, 4).SelectMany(i => (string[])[Line($"o{i}", $"c{i}", "L1", "LANTERN"), Line($"o{i}", $"c{i}", "C/2", "CANDLE")])) + Line("o9", "ann", "L1", "LANTERN");

    [Fact]
    public async Task Imported_baskets_are_recommended_from_after_the_next_night()
    {
        await using var host = await TestHost.StartAsync(virtualClock: true);
        var import = host.Services.GetRequiredService<ImportOrders>();
        await import.RunAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Baskets)), new(), new Quiet(), default);

        var before = await host.GetAsync("/api/users/ann/recommendations");
        Assert.Equal((HttpStatusCode.OK, JsonValueKind.Null, 0), (before.Status, before.Body.GetProperty("asOf").ValueKind, before.Body.GetProperty("items").GetArrayLength()));

        Assert.Equal(HttpStatusCode.OK, (await host.PostAsync("/api/dev/clock", """{"advance":"PT1S"}""")).Status);
        Assert.Equal(HttpStatusCode.OK, (await host.PostAsync("/api/dev/clock", """{"advance":"P2D"}""")).Status);

        var ann = (await host.GetAsync("/api/users/ann/recommendations?limit=5")).Body.GetProperty("items");
        Assert.Equal(
            """{"id":"C/2","name":"CANDLE","url":null,"imageUrl":null,"price":3.39,"currency":"USD","because":{"kind":"bought","id":"L1","name":"LANTERN"}}""",
            JsonSerializer.Serialize(Assert.Single(ann.EnumerateArray())));
        var candle = (await host.GetAsync("/api/products/C%2F2/recommendations")).Body.GetProperty("items");
        Assert.Equal("L1", Assert.Single(candle.EnumerateArray()).GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("/api/users/nobody/recommendations", HttpStatusCode.NotFound, "urn:userops:not-found")]
    [InlineData("/api/products/nothing/recommendations", HttpStatusCode.NotFound, "urn:userops:not-found")]
    [InlineData("/api/products/L1/recommendations?limit=0", HttpStatusCode.BadRequest, "urn:userops:invalid-field")]
    [InlineData("/api/users/ann/recommendations?limit=51", HttpStatusCode.BadRequest, "urn:userops:invalid-field")]
    [InlineData("/api/users/ann/recommendations?limit=many", HttpStatusCode.BadRequest, "urn:userops:invalid-field")]
    public async Task What_cannot_be_answered_is_told(string path, HttpStatusCode status, string type)
    {
        await using var host = await TestHost.StartAsync();
        var answer = await host.GetAsync(path);
        Assert.Equal((status, type), (answer.Status, answer.Body.GetProperty("type").GetString()));
    }

    private static string Line(string order, string customer, string sku, string name) => string.Create(
        CultureInfo.InvariantCulture, $"{order},{customer},{DateTime.UtcNow.AddDays(-3):yyyy-MM-dd HH:mm:ss},{sku},{name},2,3.39\n");

    private sealed class Quiet : IWatchImport
    {
        public void Reading(string columns)
        {
        }

        public void Bad(BadRow row) => Assert.Fail(row.Reason);

        public void Read(long rows, long bytes)
        {
        }

        public void Applied(long orders, long of)
        {
        }
    }
}
