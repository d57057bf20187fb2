using UserOps.Application.Events;
using UserOps.Application.Queues;

namespace UserOps.Application.Journeys.Jobs;

/// <summary>Says that a job has a turn.</summary>
internal static class JobMessage
{
    public static QueueMessage Of(JourneyJob job, DateTimeOffset now)
    {
        var wait = job.NotBefore - now ?? TimeSpan.Zero;
        return new(QueueEnvelope.WriteJob(job.Id, job.Turn), wait < TimeSpan.Zero ? TimeSpan.Zero : wait < QueueLimits.MaxDelay ? wait : QueueLimits.MaxDelay);
    }
}
