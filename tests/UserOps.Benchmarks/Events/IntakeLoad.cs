using System.Text;

namespace UserOps.Benchmarks.Events;

/// <summary>Segment batches of 100 events of 10 users: nine product views each, and an order by one user in ten (or by each).</summary>
public sealed class IntakeLoad(int batches, int users, int ordersPerBatch, string run)
{
    public const int BatchEvents = 100;
    public const int BatchUsers = 10;

    public int Events => batches * BatchEvents;

    public IReadOnlyList<byte[]> Bodies() => [.. Enumerable.Range(0, batches).Select(Body)];

    private byte[] Body(int batch)
    {
        var json = new StringBuilder("{\"batch\":[");
        for (var i = 0; i < BatchEvents; i++)
        {
            // Neighbouring batches name other people, as visitors of one minute do.
            var user = (int)(((long)batch * BatchUsers + (i % BatchUsers)) * 7_919 % users);
            json.Append(i == 0 ? "" : ",").Append(i < ordersPerBatch ? Order(batch, i, user) : View(batch, i, user));
        }

        return Encoding.UTF8.GetBytes(json.Append("]}").ToString());
    }

    private string View(int batch, int i, int user) => $$$"""
        {"type":"track","messageId":"{{{run}}}-{{{batch}}}-{{{i}}}","userId":"user-{{{user}}}","timestamp":"2026-03-{{{1 + (batch % 28):00}}}T10:{{{i % 60:00}}}:00.000Z","event":"Product Viewed","properties":{"product_id":"p-{{{i}}}","sku":"SKU-{{{i}}}","name":"Cream cupid hearts coat hanger","price":4.25,"category":"Home","url":"https://shop.example/products/{{{i}}}"},"context":{"ip":"203.0.113.7","library":{"name":"load","version":"1.0.0"},"userAgent":"Mozilla/5.0 (X11; Linux x86_64)"}}
        """;

    private string Order(int batch, int i, int user) => $$$"""
        {"type":"track","messageId":"{{{run}}}-{{{batch}}}-{{{i}}}","userId":"user-{{{user}}}","timestamp":"2026-03-{{{1 + (batch % 28):00}}}T11:{{{i % 60:00}}}:00.000Z","event":"Order Completed","properties":{"order_id":"{{{run}}}-{{{batch}}}-{{{i}}}","total":42.50,"currency":"USD","products":[{"product_id":"p-1","quantity":2,"price":21.25}]}}
        """;
}
