using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace UserOps.Functions.Tests.Azurite;

/// <summary>An unreliable network and a busy service. To be added per retry; each request's fate is drawn once, when it is first sent.</summary>
internal sealed class FaultPolicy(Func<HttpMessage, Fate> draw) : HttpPipelinePolicy
{
    private const string Drawn = "fate";

    /// <summary>By chance: one request in so many meets with a fault, one fault in eight for good.</summary>
    public static FaultPolicy OneIn(int requests, int seed)
    {
        var random = new Random(seed);
        return new(_ =>
        {
            lock (random)
            {
                return random.Next(requests) > 0
                    ? Fate.Answered
                    : random.Next(8) > 0 ? (Fate)random.Next((int)Fate.RequestLost, (int)Fate.Throttled + 1) : (Fate)random.Next((int)Fate.EveryAnswerLost, (int)Fate.AlwaysThrottled + 1);
            }
        });
    }

    /// <summary>How many requests met each fate.</summary>
    public ConcurrentDictionary<Fate, int> Met { get; } = [];

    /// <summary>Times anything was sent.</summary>
    public int Sent { get; private set; }

    /// <summary>The host's clients, with this in their way and no time lost by waiting.</summary>
    public void Disturb(ClientOptions options)
    {
        options.AddPolicy(this, HttpPipelinePosition.PerRetry);
        options.Retry.Delay = options.Retry.MaxDelay = TimeSpan.FromMilliseconds(1);
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Sent++;
        var again = message.TryGetProperty(Drawn, out var drawn);
        var fate = again ? (Fate)drawn! : draw(message);
        if (!again)
        {
            message.SetProperty(Drawn, fate);
            Met.AddOrUpdate(fate, 1, (_, count) => count + 1);
        }

        switch (fate)
        {
            case Fate.RequestLost when !again:
                throw new IOException("The request was lost.");
            case Fate.Throttled when !again:
            case Fate.AlwaysThrottled:
                message.Response = new CannedResponse(503, """{"odata.error":{"code":"ServerBusy","message":{"lang":"en-US","value":"The server is busy."}}}""");
                return;
            default:
                await ProcessNextAsync(message, pipeline);
                if (fate is Fate.EveryAnswerLost || (fate is Fate.AnswerLost && !again))
                {
                    throw new IOException("The answer was lost.");
                }

                return;
        }
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException("The host waits for nothing.");
}
