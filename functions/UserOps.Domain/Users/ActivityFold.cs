using System.Collections.Frozen;
using NodaTime;
using UserOps.Domain.Events;
using UserOps.Domain.Orders;

namespace UserOps.Domain.Users;

/// <summary>What an event says of its person's activity.</summary>
public static class ActivityFold
{
    /// <summary>What the suite and its operators say of somebody is nothing that the person did; nor is an opened mail, which machines open too.</summary>
    private static readonly FrozenSet<string> OtherVoices =
        FrozenSet.Create(StringComparer.Ordinal, UserFold.PassageSource, UserFold.OperatorSource, UserFold.JourneySource, UserFold.MessageSource);

    /// <summary>What the shop did, or found to be missing.</summary>
    private static readonly FrozenSet<string> ShopsDeeds =
        FrozenSet.Create(StringComparer.Ordinal, "Order Paid", "Order Updated", "Order Cancelled", "Order Refunded", "Checkout Abandoned");

    /// <returns>The same where it says nothing new; null while nothing was said.</returns>
    public static Activity? Apply(Activity? known, UserEvent said, ActivityEvents events, DateTimeZone zone)
    {
        if (said.Type is not (EventType.Track or EventType.Page or EventType.Screen))
        {
            return known;
        }

        var before = known ?? Activity.None;
        var complaint = events.Complaints.Contains(said.Name);
        var failed = events.FailedDeliveries.Contains(said.Name);
        if (complaint || failed)
        {
            var day = Days.Of(said.OccurredAt, zone);
            return before with
            {
                Complaints = complaint ? before.Complaints.WithLatest(day, Activity.MostDays) : before.Complaints,
                FailedDeliveries = failed ? before.FailedDeliveries.WithLatest(day, Activity.MostDays) : before.FailedDeliveries,
            };
        }

        return VisitedAt(said) is { } at && before.Visits.With(Days.Of(at, zone)) is var visits && !ReferenceEquals(visits, before.Visits)
            ? before with { Visits = visits }
            : known;
    }

    /// <summary>An order is told again and again by shops: the person was active when it was placed.</summary>
    private static DateTimeOffset? VisitedAt(UserEvent said) =>
        OtherVoices.Contains(said.Source) || said.Tags is not null ? null
        : said.Order is { } order ? order.Facts.OfType<OrderFact.Placed>().Select(placed => (DateTimeOffset?)Earlier(placed.At, said.ReceivedAt)).Min()
        : ShopsDeeds.Contains(said.Name) ? null
        : said.OccurredAt;

    private static DateTimeOffset Earlier(DateTimeOffset placed, DateTimeOffset received) => placed < received ? placed : received;
}
