using System.Globalization;
using System.Text;
using UserOps.Application.Queues;
using UserOps.Application.Scoring;

namespace UserOps.Functions.Scoring;

/// <summary>Hints that a run is wanted, for <see cref="StartScoring"/>. The day they carry is for people who look at the queue: what is wanted is read from rows.</summary>
/// <param name="queue">The one of hints, not the one of events.</param>
public sealed class QueuedScoringTrigger(IMessageQueue queue) : IScoringTrigger
{
    /// <summary>By then an orchestration that was about to end has ended.</summary>
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(1);

    public Task RequestedAsync(DateOnly asOf, CancellationToken cancel) => EnqueueAsync(asOf, TimeSpan.Zero, cancel);

    public Task LookLaterAsync(DateOnly asOf, CancellationToken cancel) => EnqueueAsync(asOf, Later, cancel);

    private Task EnqueueAsync(DateOnly asOf, TimeSpan delay, CancellationToken cancel) =>
        queue.EnqueueAsync([new(Encoding.ASCII.GetBytes(asOf.ToString("O", CultureInfo.InvariantCulture)), delay)], cancel);
}
