using UserOps.Application.Journeys.Jobs;
using UserOps.Domain.Segments;

namespace UserOps.Application.Segments.Members;

/// <summary>Puts one person on a job's list, or takes them off it.</summary>
public sealed class ListPerson(PutOnList put, PublishedSegments published)
{
    /// <returns>One of <see cref="JobOutcomes"/>, the same for whoever was on the list, or off it, before.</returns>
    public async Task<string> RunAsync(JourneyJob job, string person, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(job);
        var plan = job.Listing ?? throw new InvalidDataException($"Job {job.Id} says nothing of a list.");
        if ((await published.RunAsync(cancel)).Find(plan.Segment) is not { Kind: SegmentKind.Static } list)
        {
            return JobOutcomes.Ignored;
        }

        await put.RunAsync(person, list, plan.On, cancel);
        return plan.On ? JobOutcomes.Listed : JobOutcomes.Unlisted;
    }
}
