using UserOps.Application.Journeys.Jobs;
using UserOps.Domain.Segments;

namespace UserOps.Application.Segments.Members;

/// <summary>Puts people on a job's list, or takes them off it.</summary>
public sealed class FillList(PutOnList put, PublishedSegments published)
{
    /// <summary>For a turn: the list is as it is stored now, since it may have been published a moment ago by another process.</summary>
    /// <returns>What to do for each person: one of <see cref="JobOutcomes"/>, the same for whoever was on the list, or off it, before.</returns>
    public async Task<Func<string, CancellationToken, Task<string>>> PrepareAsync(JourneyJob job, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(job);
        var plan = job.Listing ?? throw new InvalidDataException($"Job {job.Id} says nothing of a list.");
        if ((await published.ReadAsync(cancel)).Find(plan.Segment) is not { Kind: SegmentKind.Static } list)
        {
            return (_, _) => Task.FromResult(JobOutcomes.Ignored);
        }

        return async (person, stop) =>
        {
            await put.RunAsync(person, list, plan.On, stop);
            return plan.On ? JobOutcomes.Listed : JobOutcomes.Unlisted;
        };
    }
}
