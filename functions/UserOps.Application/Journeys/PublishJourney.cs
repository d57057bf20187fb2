using UserOps.Application.Segments;
using UserOps.Application.Storage;
using UserOps.Domain.Journeys;

namespace UserOps.Application.Journeys;

/// <summary>Makes the draft a version that never changes, and lets people in by it. Those inside finish the version that they began.</summary>
public sealed class PublishJourney(JourneyRows rows, CheckJourney check, ConditionForm conditions, JourneyDoors doors, JourneysUnderWay underWay, TimeProvider time)
{
    /// <param name="ifDraft">Tag of the draft that is meant; null: whichever there is.</param>
    public async Task<JourneyPublished> RunAsync(string key, string? ifDraft, CancellationToken cancel)
    {
        while (true)
        {
            var graph = await underWay.GraphAsync(cancel);
            if (await rows.FindAsync(key, cancel) is not { } found)
            {
                return new JourneyPublished.Unknown();
            }

            var (head, etag) = found;
            var draft = await rows.DraftAsync(key, cancel);
            if (ifDraft is not null && JourneyHead.TagOf(draft) != ifDraft)
            {
                return new JourneyPublished.Overtaken();
            }

            var reading = await check.RunAsync(draft, key, cancel);
            if (reading is JourneyReading.Wrong { Mistakes: var mistakes })
            {
                return new JourneyPublished.Refused(mistakes);
            }

            // A draft that is younger than the head belongs to another head, whose ETag then refuses the write.
            var journey = ((JourneyReading.Of)reading).Journey;
            var document = JourneyWriter.Write(journey, conditions.Write);
            var isNew = await rows.VersionAsync(key, head.Version, cancel) is not { } last || !last.Document.AsSpan().SequenceEqual(document);
            if (!isNew && head.State == JourneyState.Published)
            {
                return new JourneyPublished.Done(head, New: false);
            }

            var after = head with
            {
                State = JourneyState.Published,
                Version = isNew ? head.Version + 1 : head.Version,
                Mistakes = 0,
                PublishedAt = isNew ? time.GetUtcNow() : head.PublishedAt,
                ArchivedAt = null,
            };
            if (await WriteAsync(journey, after, etag, isNew ? document : null, graph, cancel))
            {
                doors.Forget();
                return new JourneyPublished.Done(after, isNew);
            }
        }
    }

    /// <summary>What it names can't be archived or retired at the same moment.</summary>
    /// <returns>False: something that counts was written meanwhile.</returns>
    private async Task<bool> WriteAsync(JourneyDefinition journey, JourneyHead after, string etag, byte[]? document, Row? graph, CancellationToken cancel)
    {
        if (JourneyAudiences.Of(journey).Count == 0)
        {
            return await rows.WriteAsync(after, etag, null, document, cancel);
        }

        if (await underWay.BeginAsync(journey.Key, graph, cancel) is not { } id)
        {
            return false;
        }

        var written = await rows.WriteAsync(after, etag, null, document, cancel);
        await underWay.EndAsync(id, cancel);
        return written;
    }
}
