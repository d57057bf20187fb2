using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using UserOps.Application.Messages;
using UserOps.Functions.Messages;

namespace UserOps.Functions.Tests.Messages;

/// <summary>Sending, through the real client to a real server.</summary>
public sealed class AcsEmailSenderTests : IAsyncLifetime
{
    private MailService _service = null!;

    public async Task InitializeAsync() => _service = await MailService.StartAsync();

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Fact]
    public async Task Accepted_message_arrives_whole_under_its_operation_id()
    {
        Assert.Equal(new EmailOutcome.Accepted(Mail.Operation.ToString()), await SendAsync());

        var (id, message) = Assert.Single(_service.Posted);
        Assert.Equal(Mail.Operation.ToString(), id);
        Assert.Equal("news@shop.example", message.GetProperty("senderAddress").GetString());
        Assert.Equal("care@shop.example", Assert.Single(message.GetProperty("replyTo").EnumerateArray().ToArray()).GetProperty("address").GetString());
        Assert.Equal("ada@example.com", Assert.Single(message.GetProperty("recipients").GetProperty("to").EnumerateArray().ToArray()).GetProperty("address").GetString());
        var content = message.GetProperty("content");
        Assert.Equal(Mail.ToAda.Subject, content.GetProperty("subject").GetString());
        Assert.Equal(Mail.ToAda.Html, content.GetProperty("html").GetString());
        Assert.Equal(Mail.ToAda.PlainText, content.GetProperty("plainText").GetString());
        Assert.Equal("<https://shop.example/u/abc>", message.GetProperty("headers").GetProperty("List-Unsubscribe").GetString());
        Assert.Equal("List-Unsubscribe=One-Click", message.GetProperty("headers").GetProperty("List-Unsubscribe-Post").GetString());
    }

    [Theory]
    [InlineData(202)]
    [InlineData(400)]
    [InlineData(409)]
    public async Task Operation_sent_twice_is_accepted_once_whatever_the_service_says_to_the_second(int repeated)
    {
        _service.Repeated = repeated;

        Assert.IsType<EmailOutcome.Accepted>(await SendAsync());
        Assert.Equal(new EmailOutcome.Accepted(Mail.Operation.ToString()), await SendAsync());

        Assert.Equal(2, _service.Posted.Count);
        Assert.Single(_service.Accepted);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("0", 1)]
    [InlineData("Mon, 05 Jan 2026 09:02:00 GMT", 120)]
    [InlineData("Mon, 05 Jan 2026 08:00:00 GMT", 1)]
    [InlineData("999999999", 86_400)]
    [InlineData("soon", 60)]
    [InlineData(null, 60)]
    public async Task Too_many_messages_are_throttled_for_as_long_as_the_service_says(string? retryAfter, int seconds)
    {
        _service.OnSend = context =>
        {
            context.Response.Headers.RetryAfter = retryAfter;
            return MailService.RefuseAsync(context, 429, "TooManyRequests");
        };

        Assert.Equal(new EmailOutcome.Throttled(TimeSpan.FromSeconds(seconds)), await SendAsync());
        Assert.Single(_service.Posted);
    }

    [Theory]
    [InlineData(400, "InvalidEmailAddress", "InvalidEmailAddress", true)]
    [InlineData(400, "ada@example.com is bad", "http-400", true)]
    [InlineData(400, null, "http-400", true)]
    [InlineData(401, "Denied", "Denied", false)]
    [InlineData(403, "Forbidden", "Forbidden", true)]
    [InlineData(404, "DomainNotLinked", "DomainNotLinked", true)]
    [InlineData(413, null, "http-413", true)]
    public async Task Refusal_keeps_the_service_s_code_and_nothing_of_its_text(int status, string? code, string kept, bool permanent)
    {
        _service.OnSend = context => MailService.RefuseAsync(context, status, code);

        Assert.Equal(new EmailOutcome.Refused(kept, permanent), await SendAsync());
        Assert.Single(_service.Posted);
    }

    [Fact]
    public async Task Code_that_only_a_header_names_is_kept_too()
    {
        _service.OnSend = context =>
        {
            context.Response.Headers["x-ms-error-code"] = "EmailSendingDisabled";
            return MailService.RefuseAsync(context, 403, code: null);
        };

        Assert.Equal(new EmailOutcome.Refused("EmailSendingDisabled", Permanent: true), await SendAsync());
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(408)]
    public async Task Failure_of_the_service_leaves_open_whether_the_message_was_accepted(int status)
    {
        _service.OnSend = context => MailService.RefuseAsync(context, status, "Oops");

        Assert.Equal(new EmailOutcome.Unknown($"http-{status}"), await SendAsync());
        Assert.Single(_service.Posted);
    }

    [Fact]
    public async Task Answer_that_makes_no_sense_leaves_it_open()
    {
        _service.OnSend = async context =>
        {
            context.Response.StatusCode = StatusCodes.Status202Accepted;
            await context.Response.WriteAsync("<p>ada@example.com");
            return true;
        };

        Assert.DoesNotContain("ada", Assert.IsAssignableFrom<EmailOutcome.Unknown>(await SendAsync()).Reason, StringComparison.Ordinal);
    }

    /// <summary>The second message goes over the connection of the first, which a client may take for stale and replace.</summary>
    [Fact]
    public async Task Connection_dropped_after_sending_leaves_it_open_and_nothing_is_sent_again()
    {
        var sender = Mail.Sender(_service);
        Assert.IsType<EmailOutcome.Accepted>(await sender.SendAsync(Mail.ToAda, Guid.NewGuid(), default));
        _service.OnSend = context =>
        {
            _service.Accepted[Mail.Operation.ToString()] = default;
            context.Abort();
            return Task.FromResult(true);
        };

        Assert.IsType<EmailOutcome.Unknown>(await sender.SendAsync(Mail.ToAda, Mail.Operation, default));

        Assert.Equal(2, _service.Posted.Count);
        Assert.Equal(new EmailStanding.Accepted(Mail.Operation.ToString()), await sender.AskAsync(Mail.Operation, new(Mail.Clock.GetUtcNow(), Mail.Clock.GetUtcNow()), default));
    }

    [Fact]
    public async Task Answer_that_takes_too_long_leaves_it_open()
    {
        _service.OnSend = async context =>
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return true;
        };

        Assert.Equal(new EmailOutcome.Unknown("timeout"), await Mail.Sender(_service, TimeSpan.FromMilliseconds(300)).SendAsync(Mail.ToAda, Mail.Operation, default));
        Assert.Single(_service.Posted);
    }

    [Fact]
    public async Task Sending_that_is_cancelled_says_so()
    {
        using var stop = new CancellationTokenSource();
        _service.OnSend = async context =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return true;
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Mail.Sender(_service).SendAsync(Mail.ToAda, Mail.Operation, stop.Token));
        Assert.Single(_service.Posted);
    }

    [Fact]
    public async Task Service_that_is_not_there_was_not_reached()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var account = new EmailAccount.Key($"endpoint=http://{closed.LocalEndpoint}/;accesskey=c2VjcmV0");
        closed.Stop();

        Assert.Equal(
            new EmailOutcome.Unreached("ConnectionError"),
            await new AcsEmailSender(AcsEmailClient.Open(account), new(account, "news@shop.example"), Mail.Clock).SendAsync(Mail.ToAda, Mail.Operation, default));
    }

    [Fact]
    public async Task Without_a_token_the_service_is_not_called()
    {
        var client = AcsEmailClient.Open(new Uri("https://127.0.0.1:9"), new NoToken());

        Assert.Equal(
            new EmailOutcome.Unreached("CredentialUnavailableException"),
            await new AcsEmailSender(client, new(_service.Account, "news@shop.example"), Mail.Clock).SendAsync(Mail.ToAda, Mail.Operation, default));
    }

    [Fact]
    public async Task Message_that_no_provider_may_be_given_is_refused_without_a_call()
    {
        Assert.Equal(
            new EmailOutcome.Refused(EmailLimits.RecipientInvalid, Permanent: true),
            await Mail.Sender(_service).SendAsync(Mail.ToAda with { To = "ada@example.com,bob@example.com" }, Mail.Operation, default));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Mail.Sender(_service).SendAsync(Mail.ToAda, Guid.Empty, default));

        Assert.Empty(_service.Posted);
    }

    private Task<EmailOutcome> SendAsync() => Mail.Sender(_service).SendAsync(Mail.ToAda, Mail.Operation, default);
}
