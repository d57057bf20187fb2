using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace UserOps.Functions.Journeys;

/// <summary>
/// The alarm clock of one run, and no more: no rule stands here. <b>Frozen.</b> Thousands of these sleep in every release, and each is replayed by the code that it meets when
/// it wakes up, so not a line of it may change, nor of what it takes and gets (<see cref="JourneyRunV1Input"/>, <see cref="JourneyRunV1Step"/>, the activity's name). Make a
/// <c>JourneyRunV2</c> instead, start new runs with that, and leave this one until none of its instances is left.
/// </summary>
public static class JourneyRunV1
{
    /// <summary>The event that ends a wait. A hint: what is to be done stands in rows, and the activity reads them.</summary>
    public const string Wake = "wake";

    /// <summary>Not every backend keeps longer timers, and a look at the run in between does no harm.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(6);

    /// <summary>Of a run that says it sleeps until an instant that is past.</summary>
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan AfterFailure = TimeSpan.FromHours(1);

    /// <summary>After 5, 15, 45, 135 and 300 seconds. Not shared with others, who may change theirs.</summary>
    private static readonly TaskOptions Retries = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 6, firstRetryInterval: TimeSpan.FromSeconds(5), backoffCoefficient: 3, maxRetryInterval: TimeSpan.FromMinutes(5)));

    [Function(nameof(JourneyRunV1))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var run = context.GetInput<JourneyRunV1Input>()!;
        JourneyRunV1Step? step = null;
        try
        {
            step = await context.CallActivityAsync<JourneyRunV1Step>(nameof(AdvanceJourneyRun), run, Retries);
        }
        catch (TaskFailedException)
        {
            // A live run is never given up: whatever is wrong with it, it goes on when that is mended.
            await context.CreateTimer(AfterFailure, CancellationToken.None);
        }

        switch (step?.State)
        {
            case JourneyRunV1State.Over:
                return;
            case JourneyRunV1State.Waits:
                await WaitAsync(context, step.Until);
                break;
        }

        // Each execution begins by looking at the rows, so an event that is dropped here, or lost by the platform, is made up for at once; history stays a few lines long.
        context.ContinueAsNew(run, preserveUnprocessedEvents: false);
    }

    /// <param name="until">Null: only a wake ends it.</param>
    private static async Task WaitAsync(TaskOrchestrationContext context, DateTime? until)
    {
        var now = context.CurrentUtcDateTime;
        var latest = now + LongestWait;
        var due = until <= now ? now + ShortestWait : until < latest ? until.Value : latest;
        using var over = new CancellationTokenSource();
        await Task.WhenAny(context.CreateTimer(due, over.Token), context.WaitForExternalEvent<string>(Wake, over.Token));
        over.Cancel();
    }
}
