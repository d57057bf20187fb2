using NodaTime;
using UserOps.Domain.Events;
using UserOps.Domain.Orders;
using UserOps.Domain.Recommendations;
using UserOps.Domain.Scoring;

namespace UserOps.Domain.Users;

/// <summary>Folds a chunk of new events into one user. Pure; chunks may be cut anywhere.</summary>
/// <param name="zone">The workspace's.</param>
/// <param name="currency">The workspace's.</param>
/// <param name="activity">Null: those that are usual.</param>
public sealed class UserFold(DateTimeZone zone, string currency, ActivityEvents? activity = null)
{
    /// <summary>Source of events that an operator makes by hand; their alias names its identifier in full.</summary>
    public const string OperatorSource = "operator";

    /// <summary>Source of the passages from one segment or stage to another, which are no signs of life: whoever falls dormant was not seen for it.</summary>
    public const string PassageSource = "scoring";

    /// <summary>Source of what journeys do to the people inside.</summary>
    public const string JourneySource = "journey";

    /// <summary>Source of what became of messages, and of what people say about them.</summary>
    public const string MessageSource = "messages";

    private readonly ActivityEvents _activity = activity ?? ActivityEvents.Default;

    /// <param name="key">The user's partition.</param>
    /// <param name="before">Null for a user never seen.</param>
    /// <param name="known">Orders that the events touch, as stored.</param>
    /// <param name="events">At least one; none applied before.</param>
    /// <param name="isOwn">Whether an identifier's partition is this very one, so that nothing leads here by a link.</param>
    public Folded Apply(
        string key, Profile? before, IReadOnlyCollection<Order> known, IReadOnlyList<UserEvent> events, Func<Identifier, bool> isOwn)
    {
        var profile = before ?? ProfileFold.Begin(key, events[0]);
        var orders = known.ToDictionary(order => order.Ref);
        var touched = new Dictionary<OrderRef, Order>();
        var aliases = new List<Alias>();
        foreach (var said in events)
        {
            profile = WithBought(ProfileFold.Apply(profile, said), said);
            profile = ReferralFold.Apply(profile with { Activity = ActivityFold.Apply(profile.Activity, said, _activity, zone) }, said, zone);
            if (said.PreviousId is not null)
            {
                profile = WithAlias(profile, said, aliases);
            }

            if (said.Order is { } change)
            {
                var old = touched.GetValueOrDefault(change.Order) ?? orders.GetValueOrDefault(change.Order);
                var now = OrderFold.Add(old, change, zone);
                profile = ProfileFold.Apply(profile, Contribution.Of(old, zone, currency), Contribution.Of(now, zone, currency));
                touched[change.Order] = now;
            }
        }

        (profile, var referral) = ReferralFold.Tell(profile with { Rev = profile.Rev + 1 }, events, touched.Values.Where(order => orders.GetValueOrDefault(order.Ref)?.PlacedAt is null));
        return new(profile, touched.Values, new()
        {
            Project = profile.IsIdentified && FactsChanged(before, profile),
            ProjectBought = profile is { IsIdentified: true, Bought: { } bought } && (before is null || !before.IsIdentified || !bought.Equals(before.Bought)),
            NewOrders = [.. touched.Keys.Where(order => !orders.ContainsKey(order))],
            Links = [.. profile.Links.Where(link => before?.Has(link.Identifier) != true && !aliases.Any(a => a.Link == link) && (!isOwn(link.Identifier) || link.Identifier.Kind == IdentifierKind.Email))],
            Aliases = aliases,
            Referral = referral,
        });
    }

    private bool FactsChanged(Profile? before, Profile after) =>
        before is null || !before.IsIdentified || UserFacts.Of(before, zone) != UserFacts.Of(after, zone) with { Rev = before.Rev };

    /// <summary>What was cancelled or sent back stays among what was bought: the person knows it, and has decided.</summary>
    private Profile WithBought(Profile profile, UserEvent said)
    {
        if (OrderedProducts.Of(said).Select(product => product.Key).ToArray() is not { Length: > 0 } products)
        {
            return profile;
        }

        return profile with { Bought = (profile.Bought ?? BoughtProducts.None).With(products, Days.Of(said.OccurredAt, zone)) };
    }

    private static Profile WithAlias(Profile profile, UserEvent said, List<Alias> aliases)
    {
        var stamp = Stamp.Of(said);
        foreach (var identifier in Previous(said))
        {
            var link = new Link(identifier, stamp);
            if (identifier.IsKnown)
            {
                aliases.Add(new(link, said.Identity.Trusted));
            }

            if (said.Identity.Trusted || !identifier.IsKnown)
            {
                profile = profile with { Links = ProfileFold.WithLink(profile.Links, link) };
            }
        }

        return profile;
    }

    // The Segment call does not say which kind its previous id is, so it is taken for both.
    private static IEnumerable<Identifier> Previous(UserEvent said) =>
        said.Source == OperatorSource
            ? [Identifier.Parse(said.PreviousId!)]
            : [Identifier.User(said.PreviousId!), Identifier.Anonymous(said.PreviousId!)];
}
