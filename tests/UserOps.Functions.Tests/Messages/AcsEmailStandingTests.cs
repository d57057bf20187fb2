using UserOps.Application.Messages;

namespace UserOps.Functions.Tests.Messages;

/// <summary>Asking what became of a message.</summary>
public sealed class AcsEmailStandingTests : IAsyncLifetime
{
    private MailService _service = null!;

    public async Task InitializeAsync() => _service = await MailService.StartAsync();

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Theory]
    [InlineData("NotStarted")]
    [InlineData("Running")]
    [InlineData("Succeeded")]
    public async Task Message_that_the_service_has_is_accepted(string status)
    {
        _service.Accepted[Mail.Operation.ToString()] = default;
        _service.Standing = (status, null);

        Assert.Equal(new EmailStanding.Accepted(Mail.Operation.ToString()), await AskAsync(TimeSpan.FromSeconds(1)));
    }

    [Theory]
    [InlineData("Failed", "EmailDroppedAllRecipientsSuppressed", "EmailDroppedAllRecipientsSuppressed")]
    [InlineData("Canceled", null, "failed")]
    public async Task Message_that_the_service_dropped_is_refused(string status, string? code, string kept)
    {
        _service.Accepted[Mail.Operation.ToString()] = default;
        _service.Standing = (status, code is null ? null : new { code, message = "ada@example.com is suppressed." });

        Assert.Equal(new EmailStanding.Refused(kept), await AskAsync(TimeSpan.FromHours(1)));
    }

    [Fact]
    public async Task Silence_about_a_message_counts_only_when_the_service_must_know_it_and_cannot_have_forgotten_it()
    {
        Assert.Equal(new EmailStanding.CannotTell(TimeSpan.FromMinutes(6)), await AskAsync(TimeSpan.FromMinutes(4)));
        Assert.Equal(new EmailStanding.NotAccepted(), await AskAsync(TimeSpan.FromMinutes(10)));
        Assert.Equal(new EmailStanding.NotAccepted(), await AskAsync(TimeSpan.FromHours(24)));
        Assert.Equal(new EmailStanding.CannotTell(null), await AskAsync(TimeSpan.FromHours(25)));
        Assert.Equal(new EmailStanding.CannotTell(TimeSpan.FromMinutes(2)), await AskAsync(TimeSpan.FromMinutes(11), TimeSpan.FromMinutes(8)));
        Assert.Equal(new EmailStanding.CannotTell(null), await AskAsync(TimeSpan.FromHours(24.1), TimeSpan.FromHours(23.9)));
        Assert.Empty(_service.Posted);
    }

    [Fact]
    public async Task Refusal_of_a_message_whose_status_cannot_be_had_is_left_open()
    {
        _service.OnSend = context => MailService.RefuseAsync(context, 400, "InvalidEmailAddress");
        _service.OnAsk = context => MailService.RefuseAsync(context, 500, "Oops");

        Assert.Equal(new EmailOutcome.Unknown("InvalidEmailAddress"), await Mail.Sender(_service).SendAsync(Mail.ToAda, Mail.Operation, default));
    }

    [Theory]
    [InlineData(500, null, 60)]
    [InlineData(401, null, 60)]
    [InlineData(429, "90", 90)]
    public async Task Service_that_fails_to_answer_is_asked_again_later(int status, string? retryAfter, int seconds)
    {
        _service.OnAsk = context =>
        {
            context.Response.Headers.RetryAfter = retryAfter;
            return MailService.RefuseAsync(context, status, "Oops");
        };

        Assert.Equal(new EmailStanding.CannotTell(TimeSpan.FromSeconds(seconds)), await AskAsync(TimeSpan.FromHours(1)));
    }

    [Fact]
    public async Task Dropped_connection_tells_nothing()
    {
        _service.OnAsk = context =>
        {
            context.Abort();
            return Task.FromResult(true);
        };

        Assert.Equal(new EmailStanding.CannotTell(TimeSpan.FromMinutes(1)), await AskAsync(TimeSpan.FromHours(1)));
    }

    private Task<EmailStanding> AskAsync(TimeSpan age) => AskAsync(age, age);

    private Task<EmailStanding> AskAsync(TimeSpan earliest, TimeSpan latest) =>
        Mail.Sender(_service).AskAsync(Mail.Operation, new(Mail.Clock.GetUtcNow() - earliest, Mail.Clock.GetUtcNow() - latest), default);
}
