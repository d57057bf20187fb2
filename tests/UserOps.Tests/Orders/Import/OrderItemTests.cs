using System.Text.Json;
using UserOps.Domain.Events;
using UserOps.Domain.Recommendations;

namespace UserOps.Tests.Orders.Import;

public sealed class OrderItemTests
{
    private const string Header = "order_id,customer_id,ordered_at,sku,product,quantity,unit_price\n";

    private readonly ImportBench _bench = new();

    [Fact]
    public async Task Where_no_column_has_the_total_an_order_is_the_sum_of_its_rows()
    {
        var report = await _bench.RunAsync(Header + """
            1,ann,2026-01-01 08:26:00,A,LANTERN,6,2.55
            1,ann,2026-01-01 08:27:00,B,"CUP, RED",2,3.39
            2,bob,2026-01-02 10:00:00,A,LANTERN,1,2.55
            """);

        Assert.Equal((3L, 2L, 1L, 0L), (report.Rows, report.Orders, report.Lines, report.Bad));
        Assert.Equal([2208, 255], ByOrder().Select(order => ImportBench.Total(order).Minor));
        Assert.Equal(["A LANTERN 2.55", "B CUP, RED 3.39"], OrderedProducts.Of(ByOrder()[0]).Select(p => $"{p.Id} {p.Name} {p.Price}"));
        Assert.Equal(2, Products(ByOrder()[0])[1].GetProperty("quantity").GetInt32());
    }

    [Fact]
    public async Task Rows_of_an_order_may_stand_apart()
    {
        var report = await _bench.RunAsync(Header + """
            1,ann,2026-01-01 08:26:00,A,LANTERN,1,1.00
            2,bob,2026-01-01 08:30:00,A,LANTERN,1,1.00
            1,ann,2026-01-01 08:20:00,B,CUP,1,2.00
            """);

        Assert.False(report.Interrupted);
        Assert.Equal([300, 100], ByOrder().Select(order => ImportBench.Total(order).Minor));
        Assert.Equal(20, ByOrder()[0].OccurredAt.Minute);
        Assert.Equal(["A", "B"], OrderedProducts.Of(ByOrder()[0]).Select(p => p.Id).Order());
    }

    [Fact]
    public async Task A_bad_row_is_left_out_and_the_rest_of_its_order_stays()
    {
        var report = await _bench.RunAsync(Header + """
            1,ann,2026-01-01,A,LANTERN,one,1.00
            1,ann,2026-01-01,B,CUP,1,2.00
            1,ann,2026-01-01,C,POT,1,dear
            1,ann,2026-01-01,D,TEA,-1,2.00
            1,bob,2026-01-01,E,JAR,1,2.00
            1,ann,2026-01-01,F,TIN,1,4.00
            ,ann,2026-01-01,F,TIN,1,4.00
            2,ann,2026-01-01,F,TIN,1,
            """);

        Assert.Equal(
            [
                (2, "'one' is no quantity; what was sent back belongs to the order's refunds"), (4, "no amount"),
                (5, "'-1' is no quantity; what was sent back belongs to the order's refunds"), (6, "the order of the row above, with another customer"),
                (8, "no order id, which says what belongs together"), (9, "no unit price"),
            ],
            _bench.Watch.BadRows.Select(bad => ((int)bad.Line, bad.Reason)));
        Assert.Equal(6, report.Bad);
        Assert.Equal(600, ImportBench.Total(Assert.Single(_bench.Placed)).Minor);
        Assert.Equal(["B", "F"], OrderedProducts.Of(ByOrder()[0]).Select(p => p.Id));
    }

    [Fact]
    public async Task Items_of_an_order_that_names_its_total_are_taken_as_far_as_they_can_be_read()
    {
        await _bench.RunAsync("""
            order_id,customer_id,date,total,product_id,sku,product_name,qty,unit_price,product_url,image_url
            1,ann,2026-01-01,10.00,7,A,Lantern,1,2.00,https://shop.example/7,https://shop.example/7.png
            1,ann,2026-01-01,10.00,8,B,Cup,some,dear,,
            1,ann,2026-01-01,10.00,,,Wrapping,1,1.00,,
            """);

        Assert.Equal(1000, ImportBench.Total(Assert.Single(_bench.Placed)).Minor);
        Assert.Equal(
            [new("7", "Lantern", "https://shop.example/7", "https://shop.example/7.png", 2), new("8", "Cup", null, null, null)],
            OrderedProducts.Of(ByOrder()[0]));
    }

    [Fact]
    public async Task A_shopify_export_tells_the_items_of_all_its_lines()
    {
        await _bench.RunAsync("""
            Name,Email,Financial Status,Paid at,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Id
            #1,ann@mail.example,paid,2026-01-01 10:00:00 +0000,30.00,2026-01-01 10:00:00 +0000,1,Lantern,10.00,L,5001
            #1,ann@mail.example,,,,2026-01-01 10:00:00 +0000,2,Cup,10.00,C,
            #2,bob@mail.example,paid,2026-01-02 10:00:00 +0000,10.00,2026-01-02 10:00:00 +0000,1,Lantern,10.00,L,5002
            """);

        Assert.Equal(["L C", "L"], ByOrder().Select(order => string.Join(' ', OrderedProducts.Of(order).Select(p => p.Id))));
    }

    [Fact]
    public async Task A_till_that_books_a_day_as_one_order_adds_up_beyond_the_rows_that_are_kept()
    {
        await _bench.RunAsync(Header + string.Join('\n', Enumerable.Range(0, 1_500).Select(i => $"1,ann,2026-01-01,S{i},THING,1,1.00")));

        Assert.Equal(150_000, ImportBench.Total(Assert.Single(_bench.Placed)).Minor);
        Assert.Equal(1_000, Products(ByOrder()[0]).Count);
    }

    [Fact]
    public async Task Without_total_unit_price_or_order_id_the_file_is_refused() =>
        Assert.Contains("the amount (--amount)", await _bench.RefusalAsync("customer_id,date,sku,unit_price\nann,2026-01-01,A,1.00"), StringComparison.Ordinal);

    private List<UserEvent> ByOrder() => [.. _bench.Placed.OrderBy(order => order.Order!.Order.OrderId, StringComparer.Ordinal)];

    private static List<JsonElement> Products(UserEvent order) => [.. order.Properties!.Value.GetProperty("products").EnumerateArray()];
}
