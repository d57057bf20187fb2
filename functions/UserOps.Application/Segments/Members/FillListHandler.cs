using Microsoft.AspNetCore.Http;
using UserOps.Application.Http;
using UserOps.Application.Journeys.Control;
using UserOps.Application.Journeys.Jobs;
using UserOps.Application.Segments.Audiences;
using UserOps.Application.Segments.Snapshots;
using UserOps.Domain.Segments;

namespace UserOps.Application.Segments.Members;

internal static class FillListHandler
{
    /// <summary>
    /// 202 with the job, which GET /api/journeys/jobs/{id} follows; 400 naming the field; 409 when the snapshot is not done, or the idempotency key was used for something else.
    /// </summary>
    /// <param name="on">Put them on; else take them off.</param>
    public static async Task<IResult> RunAsync(HttpRequest request, PublishedSegment list, ListSource from, bool on, ReadOnlyMemory<byte> body)
    {
        var (sample, seed, refusal) = SampleQuery.Read(request);
        if ((refusal ?? Asked.KeyRefusal(request, required: false)) is { } wrong)
        {
            return wrong;
        }

        var (id, hash) = (CreateJob.IdOf(JobKind.List, list.Key, Asked.Key(request)), Asked.HashOf(request, body));
        var (earlier, reused) = await Asked.EarlierAsync(request, id, hash);
        if (earlier is not null || reused is not null)
        {
            return reused ?? Asked.Accepted(request, earlier!, JobView.Of(earlier!));
        }

        var (people, unknown) = await PeopleAsync(request, from);
        if (unknown is not null)
        {
            return unknown;
        }

        var cancel = request.HttpContext.RequestAborted;
        var drawn = sample is { } size ? (await AudienceSample.DrawAsync(people!, size, seed, cancel)).ToAsyncEnumerable() : people;
        var draft = new JourneyJob
        {
            Id = id,
            Kind = JobKind.List,
            Journey = "",
            Request = hash,
            CreatedAt = request.Use<TimeProvider>().GetUtcNow(),
            Segment = from.ToString(),
            Listing = new(list.Key, on),
        };
        var job = await request.Use<CreateJob>().RunAsync(draft, drawn, cancel);
        return Asked.Accepted(request, job, JobView.Of(job));
    }

    private static async Task<(IAsyncEnumerable<string>? People, IResult? Refusal)> PeopleAsync(HttpRequest request, ListSource from)
    {
        var cancel = request.HttpContext.RequestAborted;
        if (!SegmentKeys.IsKey(from.Segment))
        {
            return (null, Problem.Invalid("from.segment", "Name a published segment, as in {\"from\":{\"segment\":\"vips\"}}."));
        }

        if (from.Snapshot is null)
        {
            return (await request.Use<PublishedSegments>().ReadAsync(cancel)).Find(from.Segment!) is null
                ? (null, Problem.Invalid("from.segment", "There is no such published segment; GET /api/segments lists them."))
                : (request.Use<AudienceMembers>().RunAsync(from.Segment!, null, cancel).Select(member => member.UserKey), null);
        }

        return (await request.Use<SnapshotRows>().FindAsync(from.Segment!, from.Snapshot, cancel))?.Snapshot switch
        {
            null => (null, Problem.Invalid("from.snapshot", "There is no such snapshot of this segment; GET /api/segments/{key}/snapshots lists them.")),
            { State: not SnapshotState.Done } => (null, SnapshotHandlers.NotDone("from.snapshot")),
            var snapshot => (request.Use<SnapshotBuckets>().UsersAsync(snapshot.TakenBy, cancel), null),
        };
    }
}
