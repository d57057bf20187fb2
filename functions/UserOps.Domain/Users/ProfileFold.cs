using System.Text.Json;
using UserOps.Domain.Events;
using UserOps.Domain.Messages;
using UserOps.Domain.Orders;
using UserOps.Domain.Tags;

namespace UserOps.Domain.Users;

/// <summary>How one event, or one changed order, changes a profile.</summary>
public static class ProfileFold
{
    public static Profile Begin(string key, UserEvent first) =>
        new() { Key = key, FirstSeen = first.OccurredAt, LastSeen = first.OccurredAt, Unseen = !IsSign(first) };

    public static Profile Apply(Profile profile, UserEvent said)
    {
        var stamp = Stamp.Of(said);
        var sign = IsSign(said);
        var (first, counts) = (sign && profile.Unseen, sign || profile.Unseen);
        return profile with
        {
            Seq = profile.Seq + 1,
            Unseen = profile.Unseen && !sign,
            FirstSeen = first || (counts && said.OccurredAt < profile.FirstSeen) ? said.OccurredAt : profile.FirstSeen,
            LastSeen = first || (counts && said.OccurredAt > profile.LastSeen) ? said.OccurredAt : profile.LastSeen,
            Links = Claims(profile, said).Aggregate(profile.Links, (links, identifier) => WithLink(links, new(identifier, stamp))),
            Primary = Primary(profile.Primary, said, stamp),
            Traits = said.Traits is { Count: > 0 } traits ? WithTraits(profile.Traits, traits, stamp) : profile.Traits,
            Tags = said.Tags is { Count: > 0 } tags ? TagFold.Apply(profile.Tags, tags, said.TagTerms, stamp, said.Source) : profile.Tags,
            Consents = ConsentFold.Apply(profile.Consents, said),
            Stages = StagePassage.Of(said) is { } passage ? StagePassage.With(profile.Stages, passage) : profile.Stages,
            IgnoredTags = profile.IgnoredTags + (said.TagsIgnored?.Count ?? 0),
            ClampedEvents = profile.ClampedEvents + (said.ClockClamped ? 1 : 0),
        };
    }

    private static bool IsSign(UserEvent said) => said.Source != UserFold.PassageSource;

    public static Profile Apply(Profile profile, Contribution before, Contribution after)
    {
        if (before.Entries.SequenceEqual(after.Entries) && before.Foreign == after.Foreign)
        {
            return profile;
        }

        return profile with
        {
            Purchases = profile.Purchases.Replace(before.Entries, after.Entries),
            OtherCurrencies = WithForeign(WithForeign(profile.OtherCurrencies, before.Foreign, -1), after.Foreign, 1),
        };
    }

    /// <summary>
    /// The identifiers an event says are this user's. An event that reached a stronger user through a weaker identifier alone (a page view of a signed-in
    /// browser) says nothing new about whose that identifier is.
    /// </summary>
    public static IEnumerable<Identifier> Claims(Profile profile, UserEvent said)
    {
        var strongest = true;
        foreach (var identifier in said.Identity.Identifiers())
        {
            var outgrown = strongest && !identifier.IsKnown
                && (identifier.Kind == IdentifierKind.Anonymous ? profile.IsIdentified : profile.IsKnown);
            strongest = false;
            if (!outgrown)
            {
                yield return identifier;
            }
        }
    }

    /// <summary>An anonymous id is its latest user's; what is told once about a person holds from the first telling.</summary>
    public static IReadOnlyList<Link> WithLink(IReadOnlyList<Link> links, Link told)
    {
        var at = 0;
        while (at < links.Count && links[at].Identifier.CompareTo(told.Identifier) < 0)
        {
            at++;
        }

        if (at < links.Count && links[at].Identifier == told.Identifier)
        {
            var known = links[at];
            return Outranks(told, known) ? [.. links.Take(at), told, .. links.Skip(at + 1)] : links;
        }

        Link[] grown = [.. links.Take(at), told, .. links.Skip(at)];
        return grown.Length <= Profile.MaxLinks ? grown : [.. grown.Where(link => link != Oldest(grown))];
    }

    /// <summary>Which of two claims to the same identifier holds.</summary>
    public static bool Outranks(Link told, Link known) =>
        told.Identifier.Kind == IdentifierKind.Anonymous ? told.Said.IsAfter(known.Said) : known.Said.IsAfter(told.Said);

    /// <summary>Gives up an identifier that another user holds. For an e-mail address that is a conflict to show; a shared browser is nothing special.</summary>
    public static Profile WithoutLink(Profile profile, Link own, string holderKey)
    {
        var kept = profile with { Rev = profile.Rev + 1, Links = [.. profile.Links.Where(link => link != own)] };
        return own.Identifier.Kind == IdentifierKind.Anonymous ? kept : WithConflict(kept, new(own.Identifier, holderKey, own.Said));
    }

    /// <summary>Kept once per identifier and other user, the latest ones.</summary>
    public static Profile WithConflict(Profile profile, IdentityConflict conflict) =>
        profile.Conflicts.Any(c => c.Identifier == conflict.Identifier && c.OtherUserKey == conflict.OtherUserKey)
            ? profile
            : profile with { Conflicts = [.. profile.Conflicts.Append(conflict).OrderBy(c => c.Said).TakeLast(Profile.MaxConflicts)] };

    // Browsers come and go; what somebody is known by stays. Links ascend, so that the last is of the weakest kind.
    private static Link Oldest(Link[] links) => links.Where(link => link.Identifier.Kind == links[^1].Identifier.Kind).MinBy(link => link.Said)!;

    private static Link? Primary(Link? known, UserEvent said, Stamp stamp)
    {
        if (said is not { Type: EventType.Alias, Identity: { Trusted: true, UserId: { } user } })
        {
            return known;
        }

        return known is null || stamp.IsAfter(known.Said) ? new(Identifier.User(user), stamp) : known;
    }

    private static IReadOnlyList<Trait> WithTraits(IReadOnlyList<Trait> traits, IReadOnlyDictionary<string, JsonElement> told, Stamp stamp)
    {
        var byName = new SortedDictionary<string, Trait>(StringComparer.Ordinal);
        foreach (var trait in traits)
        {
            byName[trait.Name] = trait;
        }

        foreach (var (name, value) in told)
        {
            var kept = !byName.TryGetValue(name, out var known) || stamp.IsAfter(known.Said);
            if (kept && JsonSize(value) <= Profile.MaxTraitBytes && name.Length <= 128)
            {
                byName[name] = new(name, value.Clone(), stamp);
            }
        }

        return byName.Count <= Profile.MaxTraits
            ? [.. byName.Values]
            : [.. byName.Values.OrderByDescending(t => t.Said).ThenBy(t => t.Name, StringComparer.Ordinal).Take(Profile.MaxTraits).OrderBy(t => t.Name, StringComparer.Ordinal)];
    }

    private static int JsonSize(JsonElement value) => System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(value).Length;

    private static IReadOnlyList<Money> WithForeign(IReadOnlyList<Money> known, Money? change, int sign)
    {
        if (change is not { } money)
        {
            return known;
        }

        var sums = known.Append(money with { Minor = sign * money.Minor })
            .GroupBy(m => m.Currency)
            .Select(g => new Money(g.Sum(m => m.Minor), g.Key));
        return [.. sums.Where(m => m.Minor != 0).OrderBy(m => m.Currency, StringComparer.Ordinal)];
    }
}
