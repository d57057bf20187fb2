using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using UserOps.Application.Messages.Engagement;
using UserOps.Application.Messages.Sending;
using UserOps.Domain.Messages;
using UserOps.Tests.Storage;

namespace UserOps.Tests.Messages.Engagement;

public sealed class ReportTests : IAsyncLifetime
{
    private EngagementHost _host = null!;

    public async Task InitializeAsync() => _host = await EngagementHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Reports_fold_to_the_same_in_every_order_and_however_often_they_come()
    {
        var outcomes = new HashSet<string>();
        foreach (var order in Orders([0, 1, 2, 3]))
        {
            await using var host = await EngagementHost.StartAsync();
            var (row, id) = await host.SentAsync();
            var at = host.Clock.GetUtcNow().AddDays(-1);
            MessageReport[] reports =
            [
                new("email", id, DeliveryNames.Failed, at),
                new("email", id, DeliveryNames.Bounced, at.AddMinutes(1)),
                new("email", id, DeliveryNames.Delivered, at.AddMinutes(2)),
                new("email", id, MessageReport.Opened, at.AddMinutes(3)),
            ];
            foreach (var i in order.Concat(order.Reverse()))
            {
                Assert.True(await host.Get<HandleReports>().RunAsync(reports[i], default));
                await host.DrainAsync(i);
            }

            var entry = await host.EntryAsync(row);
            outcomes.Add($"{entry.Delivery} {entry.DeliveryAt - at} {entry.OpenedAt - at} {string.Join(',', (await host.EventNamesAsync()).Order())}");
        }

        Assert.Equal(["bounced 00:01:00 00:03:00 Email Bounced,Email Delivered,Email Failed,Email Opened"], outcomes);
    }

    [Theory]
    [InlineData(DeliveryNames.Bounced, SuppressionCause.HardBounce)]
    [InlineData(DeliveryNames.Suppressed, SuppressionCause.HardBounce)]
    [InlineData(DeliveryNames.Complained, SuppressionCause.Complaint)]
    [InlineData(DeliveryNames.Failed, null)]
    [InlineData(DeliveryNames.Filtered, null)]
    [InlineData(DeliveryNames.Delivered, null)]
    public async Task Addresses_that_are_lost_or_complained_get_nothing_more(string status, SuppressionCause? cause)
    {
        var (_, id) = await _host.SentAsync();
        await _host.Get<HandleReports>().RunAsync(new MessageReport("email", id, status, _host.Clock.GetUtcNow()), default);

        var found = await _host.Get<Suppressions>().FindAsync([World.Keys.OfAddress("email", "ada@shop.example")], default);
        Assert.Equal(cause, found.Count == 0 ? null : found[0].Cause);
    }

    [Theory]
    [InlineData(MessageState.Unknown)]
    [InlineData(MessageState.Claimed)]
    public async Task A_report_on_a_message_that_nobody_knew_was_sent_settles_it(MessageState state)
    {
        var (row, id) = await _host.SentAsync(state: state);
        await _host.Get<HandleReports>().RunAsync(new MessageReport("email", id, DeliveryNames.Delivered, _host.Clock.GetUtcNow()), default);

        Assert.Equal(MessageState.Accepted, (await _host.EntryAsync(row)).State);
    }

    [Fact]
    public async Task Reports_on_messages_that_are_not_ours_are_counted_and_change_nothing()
    {
        var (_, id) = await _host.SentAsync("sms");
        var rows = _host.Store.Rows.Select(row => row.ETag).ToArray();
        var reports = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(
            [new("email", id, DeliveryNames.Bounced, Said.Start), new("sms", "unknown", DeliveryNames.Bounced, Said.Start)], EngagementJson.Compact.IReadOnlyListMessageReport);

        Assert.Equal(new ReportCounts(0, 2), await _host.Get<HandleReports>().RunAsync(reports, default));
        Assert.Equal(rows, _host.Store.Rows.Select(row => row.ETag));
    }

    [Fact]
    public async Task A_handling_that_dies_anywhere_is_made_good_by_the_next_delivery()
    {
        for (var deadly = 0; deadly < 40; deadly++)
        {
            await using var host = await EngagementHost.StartAsync();
            var (row, id) = await host.SentAsync();
            await host.Get<EnqueueReports>().RunAsync([new("email", id, DeliveryNames.Bounced, host.Clock.GetUtcNow())], default);
            var operations = 0;
            Task Die(StoreOperation operation) => operations++ == deadly ? throw new IOException("died") : Task.CompletedTask;
            host.Store.Before = deadly % 2 == 0 ? Die : null;
            host.Store.After = deadly % 2 == 0 ? null : Die;
            try
            {
                await host.DrainAsync();
            }
            catch (IOException)
            {
                // The message stays in the queue and comes again.
            }

            (host.Store.Before, host.Store.After) = (null, null);
            Assert.Equal(["Email Bounced"], await host.EventNamesAsync());
            Assert.Equal(DeliveryNames.Bounced, (await host.EntryAsync(row)).Delivery);
            Assert.Single(await host.Get<Suppressions>().FindAsync([World.Keys.OfAddress("email", "ada@shop.example")], default));
        }
    }

    [Fact]
    public async Task Event_grid_is_read_in_its_own_schema_and_as_cloud_events()
    {
        var (row, id) = await _host.SentAsync();
        var receive = _host.Get<ReceiveEmailReports>();
        await receive.RunAsync(Bytes($$"""
            [{ "id": "1", "topic": "/t", "subject": "s", "eventType": "{{EmailReports.Delivery}}", "eventTime": "2026-01-02T00:00:00Z", "dataVersion": "1.0",
               "data": { "sender": "a@b.example", "recipient": "ada@shop.example", "messageId": "{{id.ToUpperInvariant()}}", "status": "Delivered",
                         "deliveryStatusDetails": { "statusMessage": "ok" }, "deliveryAttemptTimeStamp": "2026-01-02T00:22:20.2855749+00:00" } }]
            """), default);
        await receive.RunAsync(Bytes($$"""
            { "specversion": "1.0", "id": "2", "source": "/t", "type": "{{EmailReports.Engagement}}", "time": "2026-01-03T00:00:00Z",
              "data": { "recipient": "ada@shop.example", "messageId": "{{id}}", "userActionTimestamp": "2026-01-03T10:00:00+02:00", "engagementContext": "", "engagement": "view" } }
            """), default);
        await receive.RunAsync(Bytes($$"""
            [{ "eventType": "{{EmailReports.Engagement}}", "eventTime": "2026-01-04T00:00:00Z",
               "data": { "messageId": "{{id}}", "engagementContext": "https://shop.example/tea?code=SECRET", "engagementType": "click" } },
             { "eventType": "{{EmailReports.Engagement}}", "eventTime": "2026-01-04T00:00:00Z",
               "data": { "messageId": "{{id}}", "engagementContext": "https://go.shop.example/c/token?to=x", "engagementType": "click" } }]
            """), default);

        Assert.DoesNotContain("ada@shop.example", string.Concat(_host.Queue.Pending.Select(message => Encoding.UTF8.GetString(message.Body))), StringComparison.Ordinal);
        var events = await _host.EventsAsync();
        Assert.Equal(["Email Delivered", "Email Opened", "Email Link Clicked"], events.Select(said => said.Name).Skip(1));
        Assert.Equal("https://shop.example/tea", events[^1].Properties!.Value.GetProperty("link").GetString());
        var entry = await _host.EntryAsync(row);
        Assert.Equal("delivered 00:22:20 08:00:00", $"{entry.Delivery} {entry.DeliveryAt:HH:mm:ss} {entry.OpenedAt!.Value.UtcDateTime:HH:mm:ss}");
    }

    [Theory]
    [InlineData("no json", 1)]
    [InlineData("[]", 0)]
    [InlineData("7", 1)]
    [InlineData("""{"type":"Other","data":{"messageId":"1"}}""", 1)]
    [InlineData("""[{"type":"Microsoft.Communication.EmailDeliveryReportReceived","data":{"messageId":"1","status":"Expanded"},"time":"2026-01-01T00:00:00Z"},5]""", 2)]
    [InlineData("""{"type":"Microsoft.Communication.EmailDeliveryReportReceived","data":{"messageId":"1","status":"Delivered"}}""", 1)]
    public async Task What_cannot_be_read_is_counted_and_not_tried_again(string body, int unread)
    {
        Assert.Equal(unread, EmailReports.Read(Bytes(body), Said.Start).Unread);

        await new ReceiveEmailReports(_host.Get<EnqueueReports>(), _host.Clock, NullLogger<ReceiveEmailReports>.Instance).RunAsync(Bytes(body), default);
        Assert.Empty(_host.Queue.Pending);
    }

    [Fact]
    public void A_clock_that_runs_ahead_cannot_have_the_last_word_for_years()
    {
        var (reports, _) = EmailReports.Read(
            Bytes("""{"type":"Microsoft.Communication.EmailDeliveryReportReceived","time":"2026-01-01T00:00:00Z","data":{"messageId":"1","status":"Failed","deliveryAttemptTimestamp":"2066-01-01T00:00:00Z"}}"""),
            Said.Start);
        Assert.Equal(Said.Start, Assert.Single(reports).At);
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static IEnumerable<int[]> Orders(int[] items) =>
        items.Length <= 1 ? [items] : items.SelectMany(first => Orders([.. items.Where(item => item != first)]).Select(rest => (int[])[first, .. rest]));
}
