using System.Text.Json;
using UserOps.Application.Messages.Sending;
using UserOps.Application.Scoring;
using UserOps.Application.Segments;
using UserOps.Application.Segments.Reviews;
using UserOps.Application.Settings;
using UserOps.Application.Tags;
using UserOps.Domain;
using UserOps.Domain.Messages;
using UserOps.Domain.Users;

namespace UserOps.Application.Users;

/// <summary>One user with figures and scores.</summary>
public sealed class ReadUser(ReviewedUser reviewed, FindUser find, UserKeys keys, ReadUserScore score, PublishedSegments published, MessageRows messages, UserOpsSettings settings, TimeProvider clock)
{
    /// <param name="id">As <see cref="NamedUser"/> takes it.</param>
    /// <returns>Null when nobody is known by it.</returns>
    public async Task<UserView?> RunAsync(string id, CancellationToken cancel)
    {
        if (await reviewed.RunAsync(id, cancel) is not { } profile)
        {
            return null;
        }

        var zone = PersonZone.Of(profile, settings.Workspace.Zone);
        return new(
            Written(profile.DisplayId),
            profile.Key,
            [.. profile.Links.Select(link => link.Identifier.ToString())],
            profile.FirstSeen,
            profile.LastSeen,
            profile.Seq,
            profile.Traits.Where(trait => trait.Value.ValueKind != JsonValueKind.Null).ToDictionary(trait => trait.Name, trait => trait.Value),
            UserTagView.Of(profile, (await published.RunAsync(cancel)).Tags, clock.GetUtcNow()),
            PurchasesView.Of(profile, settings.Workspace.Currency),
            [.. (profile.Segments ?? []).Select(one => new InSegmentView(one.Segment, one.Since, one.Version))],
            await score.RunAsync(profile.Key, cancel),
            ActivityView.Of(profile, Days.Of(clock.GetUtcNow(), settings.Workspace.Zone)),
            ReferralsView.Of(profile),
            StageView.Of(profile),
            ContactView.Of(await messages.PastAsync(profile.Key, zone, cancel), zone),
            await ConflictsAsync(profile, cancel),
            profile.IgnoredTags,
            profile.ClampedEvents,
            profile.ReusedKeys);
    }

    /// <summary>
    /// Who has the identifier now, whoever had it when the conflict was noted: it may have gone to a third since, or to this user by a better claim, and the users may
    /// have become one.
    /// </summary>
    private async Task<IReadOnlyList<ConflictView>> ConflictsAsync(Profile profile, CancellationToken cancel)
    {
        var conflicts = new List<ConflictView>();
        foreach (var conflict in profile.Conflicts.DistinctBy(c => c.Identifier))
        {
            if ((await find.RunAsync(keys.Of(conflict.Identifier), cancel)).Holder is Holder.Here { Profile: var other } && other.Key != profile.Key)
            {
                conflicts.Add(new(conflict.Identifier.ToString(), Written(other.DisplayId), conflict.Said.At));
            }
        }

        return conflicts;
    }

    internal static string Written(Identifier? identifier) =>
        identifier is { Kind: IdentifierKind.User } user ? user.Value : identifier?.ToString() ?? "";
}
