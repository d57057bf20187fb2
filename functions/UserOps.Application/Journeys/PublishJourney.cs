using UserOps.Domain.Journeys;

namespace UserOps.Application.Journeys;

/// <summary>Makes the draft a version that never changes, and lets people in by it. Those inside finish the version that they began.</summary>
public sealed class PublishJourney(JourneyRows rows, CheckJourney check, ConditionForm conditions, JourneyDoors doors, TimeProvider time)
{
    /// <param name="ifDraft">Tag of the draft that is meant; null: whichever there is.</param>
    public async Task<JourneyPublished> RunAsync(string key, string? ifDraft, CancellationToken cancel)
    {
        while (true)
        {
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
            var document = JourneyWriter.Write(((JourneyReading.Of)reading).Journey, conditions.Write);
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
            if (await rows.WriteAsync(after, etag, null, isNew ? document : null, cancel))
            {
                doors.Forget();
                return new JourneyPublished.Done(after, isNew);
            }
        }
    }
}
