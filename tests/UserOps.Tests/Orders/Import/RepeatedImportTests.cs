namespace UserOps.Tests.Orders.Import;

public class RepeatedImportTests
{
    private readonly ImportBench _bench = new();

    [Theory]
    [InlineData("rfm-orders.csv", 4906, 995)]
    [InlineData("cdnow-sample-orders.csv", 6919, 2357)]
    public async Task A_second_import_of_a_file_changes_nothing(string file, int orders, int customers)
    {
        var csv = await File.ReadAllTextAsync(Checkout.Data(file));
        var first = await _bench.RunAsync(csv);
        var second = await _bench.RunAsync(csv);
        Assert.Equal((orders, orders, 0, 0), (first.Orders, first.New, first.Known, first.Bad));
        Assert.Equal((orders, 0, orders), (second.Orders, second.New, second.Known));
        Assert.Equal(customers, _bench.Apply.Events.Select(e => e.Identity.UserId).Distinct().Count());
    }

    [Fact]
    public async Task Equal_rows_without_an_order_column_are_as_many_orders()
    {
        const string row = "Ada,2024-05-01,10\n";
        await _bench.RunAsync("customer,date,amount\n" + row + row);
        Assert.Equal(2, _bench.Apply.Events.Count);

        var longer = await _bench.RunAsync("customer,date,amount\n" + row + "Bob,2024-05-01,10\n" + row + row);
        Assert.Equal((2, 2), (longer.New, longer.Known));
        Assert.Equal(4, _bench.Apply.Events.Select(e => e.Order!.Order).Distinct().Count());
    }

    [Fact]
    public async Task A_row_is_known_by_what_it_says_not_how_it_is_written()
    {
        await _bench.RunAsync("customer,date,amount\nAda@b.example,2024-05-01,10\n");
        var second = await _bench.RunAsync("amount;date;customer\n10,00;2024/5/1;ada@b.example\n");
        Assert.Equal((0, 1), (second.New, second.Known));
    }

    [Fact]
    public async Task An_order_of_today_is_known_in_the_afternoon()
    {
        await _bench.RunAsync("customer,date,amount\nAda,2026-03-10,10\n");
        var morning = Assert.Single(_bench.Apply.Events).DedupeKey;
        var afternoon = new ImportBench { Now = ImportBench.Morning.AddHours(6) };
        await afternoon.RunAsync("customer,date,amount\nAda,2026-03-10,10\n");
        Assert.Equal(morning, Assert.Single(afternoon.Apply.Events).DedupeKey);
    }
}
