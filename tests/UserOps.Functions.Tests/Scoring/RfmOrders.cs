using System.Net;
using System.Net.Http.Json;
using UserOps.Functions.Tests.Hosting;
using UserOps.Tests.Scoring;

namespace UserOps.Functions.Tests.Scoring;

/// <summary>The orders of the published sample, told by a shop's server as they are placed.</summary>
internal static class RfmOrders
{
    private const int OrdersInBatch = 2_000;

    /// <returns>Orders told.</returns>
    public static async Task<int> PostAsync(FunctionsHost host)
    {
        var orders = TestData.Csv("rfm-orders.csv").Select((row, i) => new
        {
            type = "track",
            messageId = $"order-{i}",
            userId = row[0],
            @event = "Order Completed",
            timestamp = row[1] + "T12:00:00Z",
            properties = new { order_id = $"{i}", total = decimal.Parse(row[2], System.Globalization.CultureInfo.InvariantCulture), currency = "USD" },
        }).ToArray();
        foreach (var batch in orders.Chunk(OrdersInBatch))
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/batch") { Content = JsonContent.Create(new { batch }) };
            request.Headers.Authorization = new("Basic", Convert.ToBase64String("local-server:"u8));
            Assert.Equal(HttpStatusCode.OK, (await host.Client.SendAsync(request)).StatusCode);
        }

        return orders.Length;
    }
}
