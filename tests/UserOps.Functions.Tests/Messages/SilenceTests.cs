using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Tracing;
using Azure.Core.Diagnostics;

namespace UserOps.Functions.Tests.Messages;

/// <summary>The client logs and traces; nothing of a message, its reader or the key may come to light there.</summary>
public sealed class SilenceTests
{
    [Theory]
    [InlineData(202)]
    [InlineData(400)]
    [InlineData(500)]
    public async Task Neither_logs_nor_traces_of_the_client_tell_of_a_message(int status)
    {
        var heard = new ConcurrentQueue<string>();
        using var logs = new AzureEventSourceListener((_, text) => heard.Enqueue(text), EventLevel.Verbose);
        using var traces = new ActivityListener
        {
            ShouldListenTo = source => source.Name.StartsWith("Azure", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => heard.Enqueue($"{activity.DisplayName} {activity.StatusDescription} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Events.SelectMany(e => e.Tags))}"),
        };
        ActivitySource.AddActivityListener(traces);
        await using var service = await MailService.StartAsync();
        service.OnSend = context => status == 202 ? Task.FromResult(false) : MailService.RefuseAsync(context, status, "InvalidEmailAddress");

        var outcome = await Mail.Sender(service).SendAsync(Mail.ToAda, Guid.NewGuid(), default);
        await Mail.Sender(service).AskAsync(Guid.NewGuid(), default, default);

        Assert.Contains(heard, text => text.Contains("/emails:send", StringComparison.Ordinal));
        Assert.All([.. heard, $"{outcome}", $"{service.Account}"], text =>
        {
            Assert.DoesNotContain("example.com", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Kind of Blue", text, StringComparison.Ordinal);
            Assert.DoesNotContain("In stock", text, StringComparison.Ordinal);
            Assert.DoesNotContain("c2VjcmV0", text, StringComparison.Ordinal);
        });
    }
}
