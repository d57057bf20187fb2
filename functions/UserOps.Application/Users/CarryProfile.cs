using UserOps.Application.Segments;
using UserOps.Application.Storage;
using UserOps.Domain.Messages;
using UserOps.Domain.Segments;
using UserOps.Domain.Users;

namespace UserOps.Application.Users;

/// <summary>
/// Writes to the user that stays, before the other's events come, what of the other's profile no event tells: what each of the two refused when they became one, and which
/// segments the person was in, and which referrer was told. The redirect keeps the other's part until the merge is done, so whoever carries a merge on can do this again.
/// </summary>
public sealed class CarryProfile(ITableStore store, FindUser find, PublishedSegments published)
{
    /// <returns>False while the user that stays has no profile.</returns>
    public async Task<bool> RunAsync(string loserKey, CancellationToken cancel)
    {
        while (await store.GetAsync(loserKey, UserRow.Profile, cancel) is { } row
            && HolderRow.Read(row) is Holder.MovedTo { Draining: true } moved
            && (moved.Consents is not null || moved.Segments is not null || moved.ReferredBy is not null))
        {
            var winner = await find.RunAsync(moved.UserKey, cancel);
            if (winner is not { Holder: Holder.Here { Profile: var profile }, ETag: { } etag })
            {
                return winner.Holder is not null;
            }

            var after = WithConsents(profile, loserKey, moved);
            var (segments, passages) = Memberships.Joined(profile.Audiences, moved.Segments, profile.Rev + 1);
            var referral = ReferralFold.Carries(profile, moved.ReferredBy) ? new ReferralNote(moved.ReferredBy!.Referrer, null, AllOrders: true, []) : null;
            if (ReferenceEquals(after, profile) && passages.Count == 0 && referral is null)
            {
                return true;
            }

            // Whether the person still is in those segments, the review says that comes with it.
            var review = passages.Count > 0 || (await published.RunAsync(cancel)).Asked is not null;
            var outbox = new Outbox { Review = review, Passages = passages.Count > 0 ? passages : null, Referral = referral };
            after = referral is null ? after : after with { ReferredBy = moved.ReferredBy };
            if (await UserWrite.CommitAsync(store, after with { Audiences = segments, Rev = profile.Rev + 1 }, etag, outbox, cancel))
            {
                return true;
            }
        }

        return true;
    }

    private static Profile WithConsents(Profile profile, string loserKey, Holder.MovedTo moved)
    {
        var known = profile.Consents ?? Consents.None;
        var merged = moved.Consents is { } consents ? Consents.Merge(known, consents, loserKey, moved.Claim) : known;
        return ReferenceEquals(merged, known) ? profile : profile with { Consents = merged };
    }
}
