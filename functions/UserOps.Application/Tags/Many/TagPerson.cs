using System.Text.Json;
using UserOps.Application.Events;
using UserOps.Application.Journeys.Jobs;
using UserOps.Application.Segments;
using UserOps.Domain.Events;
using UserOps.Domain.Tags;
using UserOps.Domain.Users;

namespace UserOps.Application.Tags.Many;

/// <summary>Puts a job's tag on one person, or takes it off: an event by the job's name, so that a second attempt changes nothing.</summary>
public sealed class TagPerson(ApplyToUser apply, PublishedSegments published)
{
    /// <returns>One of <see cref="JobOutcomes"/>.</returns>
    public async Task<string> RunAsync(JourneyJob job, string person, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(job);
        var plan = job.Tagging ?? throw new InvalidDataException($"Job {job.Id} says nothing of a tag.");
        if (!(await published.RunAsync(cancel)).Tags.ByWord(plan.Tag))
        {
            return JobOutcomes.Ignored;
        }

        await apply.RunAsync(person, [IncomingEvent.Of(Change(job, plan, person))], cancel);
        return plan.On ? JobOutcomes.Tagged : JobOutcomes.Untagged;
    }

    private static UserEvent Change(JourneyJob job, TagPlan plan, string person) => new()
    {
        Source = plan.From is null ? UserFold.OperatorSource : UserTagView.ImportSource,
        DedupeKey = $"job {job.Id} {person}",
        ContentHash = 0,
        Type = EventType.Track,
        Name = TagUser.EventName,
        OccurredAt = job.CreatedAt,
        ReceivedAt = job.CreatedAt,
        Identity = new() { Trusted = true },
        Tags = new Dictionary<string, bool>(StringComparer.Ordinal) { [plan.Tag] = plan.On },
        TagTerms = plan.Term is null ? null : new Dictionary<string, TagTerm>(StringComparer.Ordinal) { [plan.Tag] = plan.Term },
        Properties = JsonSerializer.SerializeToElement(new TaggedByJob(job.Id, plan.From), Journeys.JourneyJson.Readable),
    };
}
