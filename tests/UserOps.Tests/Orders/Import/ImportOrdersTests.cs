using System.Text;
using UserOps.Application.Orders.Import;
using UserOps.Domain.Orders;
using UserOps.Domain.Users;

namespace UserOps.Tests.Orders.Import;

public class ImportOrdersTests
{
    private readonly ImportBench _bench = new();

    [Fact]
    public async Task A_row_becomes_an_order_of_a_user_of_the_workspace()
    {
        var report = await _bench.RunAsync("order_id,customer_id,ordered_at,amount,items\nA-1,0001,1997-01-18,29.73,2\n");
        var e = Assert.Single(_bench.Apply.Events);
        Assert.Equal(("Order Completed", "import", "completed:A-1"), (e.Name, e.Source, e.DedupeKey));
        Assert.Equal([Identifier.User("0001")], e.Identity.Identifiers());
        Assert.Equal(new OrderRef("import", "A-1"), e.Order!.Order);
        var noon = new DateTimeOffset(1997, 1, 18, 12, 0, 0, TimeSpan.Zero);
        Assert.Equal(
            [new OrderFact.Placed { At = noon }, new OrderFact.TotalAsOf { At = noon, Total = new Money(2973, "USD") }], e.Order.Facts);
        Assert.Equal("""{"total":29.73,"currency":"USD","order_id":"A-1"}""", e.Properties!.Value.GetRawText());
        Assert.Equal(new ImportReport(Rows: 1, Orders: 1, Lines: 0, NotOrders: 0, Bad: 0, New: 1, Known: 0, Interrupted: false), report);
    }

    [Theory]
    [InlineData("customer_id,order_date,revenue\nAda,2024-05-01,10\n")]
    [InlineData("\"Customer ID\";\"Order Date\";\"Total\"\r\nAda;2024-05-01;10,00\r\n")]
    [InlineData("date\tuser\tprice\n2024-05-01\tAda\t10\n")]
    [InlineData("\uFEFFcustomer,date,amount\n\"Ada\",\"2024-05-01\",\"10\"")]
    [InlineData("Ada,2024-05-01,10\n", "1", "2", "3")]
    [InlineData("who,when,how much\nAda,2024-05-01,10\n", "WHO", "2", "how much")]
    public async Task Columns_are_found_by_name_position_or_guess_whatever_separates_them(
        string csv, string? customer = null, string? date = null, string? amount = null)
    {
        var report = await _bench.RunAsync(csv, new() { Customer = customer, Date = date, Amount = amount });
        Assert.Equal((1, 1, 0), (report.Rows, report.Orders, report.Bad));
        var e = Assert.Single(_bench.Apply.Events);
        Assert.Equal("Ada", e.Identity.UserId);
        Assert.Equal(1000, ImportBench.Total(e).Minor);
        Assert.Equal(new DateTimeOffset(2024, 5, 1, 12, 0, 0, TimeSpan.Zero), e.OccurredAt);
    }

    [Fact]
    public async Task Utf16_files_are_read_by_their_byte_order_mark()
    {
        var bytes = Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("customer,date,amount\n张伟,2024-05-01,10\n")).ToArray();
        Assert.IsType<ImportResult.Finished>(await _bench.TryAsync(new MemoryStream(bytes)));
        Assert.Equal("张伟", Assert.Single(_bench.Apply.Events).Identity.UserId);
    }

    [Fact]
    public async Task Cells_may_hold_quotes_separators_and_line_breaks_and_lines_are_counted_through_them()
    {
        await _bench.RunAsync("note,customer,date,amount\n\"two\nlines, \"\"quoted\"\"\",\"O'Reilly, Abbey\",2024-05-01,10\n\n\"a\nb\",x,not a date,10\n");
        Assert.Equal("O'Reilly, Abbey", Assert.Single(_bench.Apply.Events).Identity.UserId);
        Assert.Equal(5, Assert.Single(_bench.Watch.BadRows).Line);
    }

    [Fact]
    public async Task Bad_rows_are_told_by_line_and_reason_and_the_rest_goes_on()
    {
        var report = await _bench.RunAsync(
            """
            customer,date,amount,currency
            Ada,2024-05-01,10,USD
            guest,2024-05-01,10,USD
            ,2024-05-01,10,USD
            Ada,03/04/2024,10,USD
            Ada,2024-05-01,ten,USD
            Ada,2024-05-01,-1,USD
            Ada,2024-05-01,10,Dollars
            Ada,2036-05-01,10,USD
            Ada,2024-05-01
            A"da,2024-05-01,10,USD
            Bob,2024-05-02,20,USD
            """);
        Assert.Equal([3L, 4, 5, 6, 7, 8, 9, 10, 11], _bench.Watch.BadRows.Select(b => b.Line));
        Assert.Equal((11, 2, 9, 2), (report.Rows, report.Orders, report.Bad, report.New));
        Assert.Equal(["Ada", "Bob"], _bench.Apply.Events.Select(e => e.Identity.UserId).Order());
        Assert.DoesNotContain(_bench.Watch.BadRows, b => b.Reason.Contains("Ada", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_quotation_mark_that_is_never_closed_is_a_bad_row_not_a_lost_file()
    {
        var report = await _bench.RunAsync("customer,date,amount\nAda,2024-05-01,10\n\"Bob,2024-05-01,10\nEve,2024-05-01,10\n");
        Assert.Equal((1, 1), (report.Orders, report.Bad));
        Assert.Equal(3, Assert.Single(_bench.Watch.BadRows).Line);
    }

    [Fact]
    public async Task A_long_file_after_an_open_quotation_mark_is_not_read_into_memory()
    {
        var csv = "customer,date,amount\nAda,2024-05-01,10\n\"Bob,2024-05-01,10\n" + string.Concat(Enumerable.Repeat("Eve,2024-05-01,10\n", 100_000));
        var report = await _bench.RunAsync(csv);
        Assert.Equal((1, 1), (report.Orders, report.Bad));
        Assert.Equal(3, Assert.Single(_bench.Watch.BadRows).Line);
    }

    [Theory]
    [InlineData("")]
    [InlineData("colour,size\nred,1\n")]
    [InlineData("customer,date,amount\n", "nobody")]
    public async Task A_file_that_does_not_fit_is_refused_whole(string csv, string? customer = null)
    {
        Assert.NotEmpty(await _bench.RefusalAsync(csv, new() { Customer = customer }));
        Assert.Equal(0, _bench.Apply.Calls);
    }

    [Fact]
    public async Task Missing_columns_are_named_together_with_what_the_file_has()
    {
        var reason = await _bench.RefusalAsync("colour,customer\nred,1\n");
        Assert.Contains("--date", reason, StringComparison.Ordinal);
        Assert.Contains("--amount", reason, StringComparison.Ordinal);
        Assert.DoesNotContain("--customer", reason, StringComparison.Ordinal);
        Assert.Contains("'colour'", reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_source_ids_are_those_of_the_shop()
    {
        await _bench.RunAsync("order_id,customer,date,amount\n5,207119551,2024-05-01,10\n", new() { Source = "shop" });
        var e = Assert.Single(_bench.Apply.Events);
        Assert.Equal([Identifier.Customer("shop", "207119551")], e.Identity.Identifiers());
        Assert.Equal(new OrderRef("shop", "5"), e.Order!.Order);
        Assert.Equal(("shop", "completed:5"), (e.Source, e.DedupeKey));
    }

    [Fact]
    public async Task A_source_that_is_not_configured_is_refused()
    {
        Assert.Contains("'shp'", await _bench.RefusalAsync("customer,date,amount\n", new() { Source = "shp" }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Customers_may_be_e_mail_addresses()
    {
        await _bench.RunAsync("customer,date,amount\nAda@Example.com,2024-05-01,10\n");
        Assert.Equal([Identifier.OfEmail("ada@example.com")], Assert.Single(_bench.Apply.Events).Identity.Identifiers());
    }

    [Fact]
    public async Task Guests_are_known_by_their_e_mail_address_and_known_customers_by_both()
    {
        await _bench.RunAsync("customer_id,email,date,amount\n0,a@b.example,2024-05-01,10\n7,c@d.example,2024-05-01,10\n");
        Assert.Equal(
            [[Identifier.OfEmail("a@b.example")], [Identifier.User("7"), Identifier.OfEmail("c@d.example")]],
            _bench.Apply.Events.OrderByDescending(e => e.Identity.Email == "a@b.example").Select(e => e.Identity.Identifiers().ToArray()));
    }

    [Theory]
    [InlineData("EUR", "EUR")]
    [InlineData("cur", "GBP")]
    [InlineData(null, "USD")]
    public async Task Currency_is_a_column_a_code_or_the_workspace_s(string? option, string expected)
    {
        await _bench.RunAsync("customer,date,amount,cur\nAda,2024-05-01,10,gbp\n", new() { Currency = option });
        Assert.Equal(new Money(1000, expected), ImportBench.Total(Assert.Single(_bench.Apply.Events)));
    }

    [Fact]
    public async Task Times_without_a_zone_are_the_workspace_s()
    {
        var bench = ImportBench.In("Asia/Shanghai");
        await bench.RunAsync("customer,date,amount\nAda,2024-05-01 00:30:00,10\n");
        Assert.Equal(new DateTimeOffset(2024, 4, 30, 16, 30, 0, TimeSpan.Zero), Assert.Single(bench.Apply.Events).OccurredAt);
    }

    [Fact]
    public async Task An_order_of_today_counts_before_noon()
    {
        await _bench.RunAsync("customer,date,amount\nAda,2026-03-10,10\n");
        Assert.Equal(ImportBench.Morning, Assert.Single(_bench.Apply.Events).OccurredAt);
    }

    [Fact]
    public async Task Cancellation_stops_between_chunks_and_says_so()
    {
        using var stop = new CancellationTokenSource();
        var bench = new ImportBench { Apply = new RecordingApply { OnCall = stop.Cancel } };
        var csv = "customer,date,amount\n" + string.Concat(Enumerable.Range(1, 50_000).Select(i => $"{i},2024-05-01,10\n"));
        var result = await bench.TryAsync(new MemoryStream(Encoding.UTF8.GetBytes(csv)), cancel: stop.Token);
        var report = Assert.IsType<ImportResult.Finished>(result).Report;
        Assert.True(report.Interrupted);
        Assert.InRange(report.New, 1, 49_999);
        Assert.Equal(report.New, bench.Apply.Events.Count);

        Assert.Equal(50_000 - report.New, (await bench.RunAsync(csv)).New);
        Assert.Equal(50_000, bench.Apply.Events.Count);
    }

    [Fact]
    public async Task Cancellation_while_reading_applies_nothing()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        var result = await _bench.TryAsync(new MemoryStream("customer,date,amount\nAda,2024-05-01,10\n"u8.ToArray()), cancel: stop.Token);
        Assert.True(Assert.IsType<ImportResult.Finished>(result).Report.Interrupted);
        Assert.Equal(0, _bench.Apply.Calls);
    }

    [Fact]
    public async Task Orders_are_applied_customer_by_customer_in_chunks_that_share_none()
    {
        var batches = new List<string?[]>();
        var bench = new ImportBench { Apply = new RecordingApply { OnEvents = events => batches.Add([.. events.Select(e => e.Identity.UserId)]) } };
        await bench.RunAsync("customer,date,amount\n" + string.Concat(Enumerable.Range(1, 9_000).Select(i => $"c{i % 30},2024-05-01,{i}\n")));
        Assert.True(batches.Count > 1);
        Assert.All(batches, batch => Assert.Equal(batch.Distinct().Count(), 1 + batch.Zip(batch.Skip(1)).Count(pair => pair.First != pair.Second)));
        Assert.Equal(30, batches.Sum(batch => batch.Distinct().Count()));
    }

    [Fact]
    public async Task Progress_reaches_every_row_and_every_order()
    {
        await _bench.RunAsync("customer,date,amount\n" + string.Concat(Enumerable.Range(1, 5_000).Select(i => $"{i},2024-05-01,10\n")));
        Assert.Equal([2_000L, 4_000, 5_000], _bench.Watch.Reads.Select(r => r.Rows));
        Assert.Equal((5_000, 5_000), _bench.Watch.Applies[^1]);
    }
}
