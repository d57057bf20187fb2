using UserOps.Application.Storage;
using UserOps.Application.Users;
using UserOps.Domain.Segments;
using UserOps.Domain.Tags;
using UserOps.Domain.Users;

namespace UserOps.Application.Segments.Reviews;

/// <summary>
/// Looks which segments somebody is in now and which tags the person has, and commits that with the profile, under its ETag, together with what is to be told of it. Reads nobody else; twice in a row
/// changes nothing.
/// </summary>
public sealed class ReviewUser(ITableStore tables, FindUser find, PublishedSegments published, JudgeSegments judge, DueReviews due, TimeProvider clock)
{
    private const int MaxTries = 20;

    /// <summary>A row that is due so soon may be carried out, and deleted, by somebody whose clock is ahead before the profile that relies on it is there.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(5);

    /// <param name="userKey">May be of somebody who has become somebody else.</param>
    /// <param name="followups">Takes what is left to do.</param>
    public async Task RunAsync(string userKey, Followups followups, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            var user = await find.RunAsync(userKey, cancel);
            if (user is not { Holder: Holder.Here { Profile: var profile }, ETag: { } etag } || await TryAsync(profile, etag, followups, cancel))
            {
                return;
            }

            // Whoever was faster may have died before it carried out what follows; and a client that sends again by itself meets its own write here.
            followups.LookFor(user.Key);
        }

        throw new TimeoutException($"A user's partition was written by others {MaxTries} times in a row.");
    }

    private async Task<bool> TryAsync(Profile profile, string etag, Followups followups, CancellationToken cancel)
    {
        var set = await published.RunAsync(cancel);
        if (profile.Segments?.Any(one => set.Find(one.Segment) is null) == true)
        {
            // Archived, or a list that another process published a moment ago: nobody would put those back whom this one lets out of it.
            set = await published.ReadAsync(cancel);
        }

        if (set.IsEmpty && profile is { Audiences: null, ReviewAt: null, Tags.Count: 0 })
        {
            return true;
        }

        var now = clock.GetUtcNow();
        var verdicts = await judge.RunAsync(profile, set, now, cancel);
        var stays = verdicts.ToDictionary(one => one.Key, one => set.Find(one.Key) is { Definition.Where: null } or { Definition: null } ? default(bool?) : one.Value.Holds, StringComparer.Ordinal);
        var versions = verdicts.Keys.ToDictionary(key => key, key => set.VersionOf(key)!.Value, StringComparer.Ordinal);
        var (audiences, found) = Memberships.Reviewed(profile.Audiences, stays, versions, now, profile.Rev + 1, verdicts.ToDictionary(one => one.Key, one => one.Value.Value, StringComparer.Ordinal));
        SegmentPassage[] passages = [.. found.Select(passage => Explained(passage, profile, set.Tags))];

        // A row that stands earlier is kept: it comes, finds nothing to do and sets the next. That is one write less for each event that puts the instant off.
        var needed = verdicts.Values.Min(verdict => verdict.ValidUntil);
        var reviewAt = profile.ReviewAt is { } standing && standing > now && !(needed < standing) ? standing : needed;
        if (passages.Length == 0 && reviewAt == profile.ReviewAt && Memberships.CarryTheSame(profile.Audiences, audiences))
        {
            await SetAgainAsync(profile, now, cancel);
            return true;
        }

        if (reviewAt is { } at && reviewAt != profile.ReviewAt)
        {
            await due.SetAsync(profile.Key, at, cancel);
        }

        var after = profile with { Rev = profile.Rev + 1, Audiences = audiences, ReviewAt = reviewAt };
        var outbox = new Outbox { Passages = passages.Length > 0 ? passages : null };
        if (!await UserWrite.CommitAsync(tables, after, etag, outbox, cancel))
        {
            return false;
        }

        followups.Carry(after, outbox);
        await SetAgainAsync(after, now, cancel);
        return true;
    }

    /// <summary>A tag that somebody's word put on or took off, that word tells of.</summary>
    private static SegmentPassage Explained(SegmentPassage passage, Profile profile, TagSet tags) =>
        TagAudience.TagOf(passage.Segment) is not { } tag ? passage
        : passage.Entered && tags.ByWord(tag) ? passage with { Quiet = true }
        : tags.Why(profile, tag) is { } why ? passage with { Why = why }
        : passage with { Quiet = true };

    private Task SetAgainAsync(Profile profile, DateTimeOffset now, CancellationToken cancel) =>
        profile.ReviewAt is { } at && at < now + Soon ? due.SetAsync(profile.Key, at, cancel) : Task.CompletedTask;
}
