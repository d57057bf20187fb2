using UserOps.Application.Events;
using UserOps.Application.Tags;
using UserOps.Domain.Segments;
using UserOps.Domain.Tags;

namespace UserOps.Application.Segments.Audiences;

/// <summary>Writes into the audiences that somebody came or went, and says so by events.</summary>
public sealed class TellPassages(AudienceRows rows, TagNames tags, IAcceptEvents accept)
{
    /// <param name="userKey">Whose profile they were committed with.</param>
    public async Task RunAsync(string userKey, IReadOnlyList<SegmentPassage> passages, CancellationToken cancel)
    {
        foreach (var passage in passages)
        {
            if (TagAudience.TagOf(passage.Segment) is { } tag)
            {
                await tags.NoteAsync(tag, cancel);
            }

            await rows.PutAsync(userKey, passage, cancel);
        }

        await AcceptAsync(userKey, userKey, passages, cancel);
    }

    /// <summary>Of somebody who has become another user since: the person came and went all the same, but is counted there from now on.</summary>
    public async Task CarryAsync(string userKey, string winnerKey, IReadOnlyList<SegmentPassage> passages, DateTimeOffset now, CancellationToken cancel)
    {
        await AcceptAsync(userKey, winnerKey, passages, cancel);
        foreach (var passage in passages)
        {
            await rows.PutAsync(userKey, passage, cancel);
            await RetireAsync(userKey, new(passage.Segment, passage.Spell.Version, passage.Spell.Since), now, cancel);
        }
    }

    /// <summary>Takes a merged user out for good.</summary>
    public Task RetireAsync(string userKey, Membership membership, DateTimeOffset now, CancellationToken cancel) =>
        rows.PutAsync(userKey, new(membership.Segment, new(membership.Since, membership.Version, now > membership.Since ? now : membership.Since), AudienceMember.MergedRev), cancel);

    private Task AcceptAsync(string owner, string userKey, IReadOnlyList<SegmentPassage> passages, CancellationToken cancel) =>
        SegmentEvents.Of(owner, userKey, passages) is { Count: > 0 } events ? accept.ToUsersAsync(events, cancel) : Task.CompletedTask;
}
