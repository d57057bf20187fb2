using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Queues;
using UserOps.Application.Queues;
using UserOps.Functions.Queues;
using UserOps.Functions.Tests.Azurite;
using UserOps.Tests.Queues;

namespace UserOps.Functions.Tests.Queues;

[NeedsAzurite]
public sealed class AzureMessageQueueTests : MessageQueueContract, IAsyncLifetime
{
    private readonly CountingPolicy _requests = new();
    private QueueClient? _client;

    protected override IMessageQueue Queue => new AzureMessageQueue(_client!);

    /// <summary>Nobody sets the service's clock, so this much time really passes.</summary>
    protected override TimeSpan ShortDelay => TimeSpan.FromSeconds(3);

    public async Task InitializeAsync() => _client = await AzuriteAccount.QueueAsync(options => options.AddPolicy(_requests, HttpPipelinePosition.PerRetry));

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>As far as a test can wait: it was asked for to the second, and the message is there without being due.</summary>
    [AzuriteFact]
    public override async Task Delay_of_seven_days_is_kept()
    {
        await Queue.EnqueueAsync([new([1], TimeSpan.FromDays(7))], default);

        Assert.Empty(await TakeDueAsync());
        Assert.Equal(1, (await _client!.GetPropertiesAsync()).Value.ApproximateMessagesCount);
        Assert.Contains("visibilitytimeout=604800", _requests.Addresses[0].Query, StringComparison.Ordinal);
    }

    [AzuriteFact]
    public async Task Message_never_expires()
    {
        await Queue.EnqueueAsync([new([1])], default);

        var received = (await _client!.ReceiveMessageAsync()).Value;
        Assert.Equal([1], received.Body.ToArray());
        Assert.True(received.ExpiresOn > DateTimeOffset.UtcNow.AddYears(100), $"It expires on {received.ExpiresOn}.");
    }

    [AzuriteFact]
    public async Task Fraction_of_a_second_is_waited_out_too()
    {
        await Queue.EnqueueAsync([new([1], TimeSpan.FromMilliseconds(1_001))], default);

        Assert.Contains("visibilitytimeout=2", _requests.Addresses[0].Query, StringComparison.Ordinal);
    }

    [AzuriteFact]
    public async Task Caller_who_gave_up_sends_nothing()
    {
        foreach (var count in new[] { 1, 50 })
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(
                () => Queue.EnqueueAsync([.. Enumerable.Range(0, count).Select(i => new QueueMessage([(byte)i]))], new CancellationToken(canceled: true)));
        }

        Assert.Empty(await TakeDueAsync());
    }

    [AzuriteFact]
    public async Task Many_messages_are_sent_several_at_once_and_no_more_than_sixteen()
    {
        var turnstile = new Turnstile();
        var queue = new AzureMessageQueue(await AzuriteAccount.QueueAsync(options => options.AddPolicy(turnstile, HttpPipelinePosition.PerRetry)));

        await queue.EnqueueAsync([.. Enumerable.Range(0, 100).Select(i => new QueueMessage([(byte)i]))], default);

        Assert.InRange(turnstile.Most, 2, 16);
    }

    protected override Task PassAsync(TimeSpan time) => Task.Delay(time);

    protected override async Task<IReadOnlyList<byte[]>> TakeDueAsync()
    {
        var taken = new List<byte[]>();
        while ((await _client!.ReceiveMessagesAsync(maxMessages: 32)).Value is { Length: > 0 } messages)
        {
            foreach (var message in messages)
            {
                taken.Add(message.Body.ToArray());
                await _client.DeleteMessageAsync(message.MessageId, message.PopReceipt);
            }
        }

        return taken;
    }

    /// <summary>Sees how many requests are under way at once.</summary>
    private sealed class Turnstile : HttpPipelinePolicy
    {
        private readonly Lock _lock = new();
        private int _inside;

        public int Most { get; private set; }

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            lock (_lock)
            {
                Most = Math.Max(Most, ++_inside);
            }

            await ProcessNextAsync(message, pipeline);
            lock (_lock)
            {
                _inside--;
            }
        }

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();
    }
}
