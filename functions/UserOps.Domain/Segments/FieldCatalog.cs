using System.Collections.Frozen;
using UserOps.Domain.Messages;
using UserOps.Domain.Scoring;
using UserOps.Domain.Scoring.Value;

namespace UserOps.Domain.Segments;

/// <summary>All fields, in the order in which a console shows them.</summary>
public static class FieldCatalog
{
    private const string NameOfMessages = "[a-z0-9-]{1,40}";

    private static readonly (int, int) Scores = (1, 5);

    public static readonly IReadOnlyList<FieldInfo> All =
    [
        new(FieldKind.Trait, "trait.", FieldType.Open, FieldSource.Person, "A trait of the person, as sites and shops tell it: trait.city"),
        new(FieldKind.FirstSeen, "user.firstSeen", FieldType.Instant, FieldSource.Person, "When the first event of the person happened"),
        new(FieldKind.LastSeen, "user.lastSeen", FieldType.Instant, FieldSource.Person, "When the latest event of the person happened"),
        new(FieldKind.HasEmail, "user.hasEmail", FieldType.YesNo, FieldSource.Person, "Whether an e-mail address is known"),
        new(FieldKind.Language, "user.language", FieldType.Text, FieldSource.Person, "Language of the person, as a tag such as zh-CN or en"),
        new(FieldKind.Consent, "consent.", FieldType.State, FieldSource.Person, "What the person's consent comes to, by channel and purpose: consent.email.marketing",
            Words<ConsentState>.All, NameForm: new($"{NameOfMessages}\\.{NameOfMessages}", "CHANNEL.PURPOSE", "email.marketing")),
        new(FieldKind.Tag, "tag", FieldType.Tags, FieldSource.Tags, "Tags of the person"),
        new(FieldKind.TagValue, "tag.", FieldType.Open, FieldSource.Tags, "What a tag carries that the person has: tag.size"),
        new(FieldKind.OrdersCount, "orders.count", FieldType.Number, FieldSource.Orders, "Orders ever, less those cancelled or wholly refunded"),
        new(FieldKind.OrdersAmount, "orders.amount", FieldType.Number, FieldSource.Orders, "Amount of all orders less refunds, in major units of the workspace's currency"),
        new(FieldKind.OrdersFirst, "orders.first", FieldType.Day, FieldSource.Orders, "Day of the first order that counts"),
        new(FieldKind.OrdersLast, "orders.last", FieldType.Day, FieldSource.Orders, "Day of the last order that counts"),
        new(FieldKind.OrdersRecencyDays, "orders.recencyDays", FieldType.Number, FieldSource.Orders, "Whole days since the last order that counts: 0 on the day itself, one more at every midnight"),
        new(FieldKind.ScoreRecency, "score.recency", FieldType.Number, FieldSource.Scores, "Score of recency, 5 is best", Bounds: Scores),
        new(FieldKind.ScoreFrequency, "score.frequency", FieldType.Number, FieldSource.Scores, "Score of frequency, 5 is best", Bounds: Scores),
        new(FieldKind.ScoreMonetary, "score.monetary", FieldType.Number, FieldSource.Scores, "Score of the amount, 5 is best", Bounds: Scores),
        new(FieldKind.ScoreSegment, "score.segment", FieldType.Choice, FieldSource.Scores, "Segment by the ten rules", Codes(SegmentCatalog.Ten)),
        new(FieldKind.ScoreSegment11, "score.segment11", FieldType.Choice, FieldSource.Scores, "Segment of the map of eleven", Codes(SegmentCatalog.Eleven)),
        new(FieldKind.ScoreSegment8, "score.segment8", FieldType.Choice, FieldSource.Scores, "Segment of the map of eight", Codes(SegmentCatalog.Eight)),
        new(FieldKind.Stage, "stage", FieldType.Choice, FieldSource.Scores, "Stage of the life cycle", Codes(LifeCycle.Stages)),
        new(FieldKind.ChurnRisk, "churn.risk", FieldType.Choice, FieldSource.Scores, "Churn risk as of the published scoring run", Codes(RiskBands.All)),
        new(FieldKind.ValueTier, "value.tier", FieldType.Choice, FieldSource.Scores, "Share of the expected lifetime value as of the published scoring run", Codes(ValueTiers.All)),
        new(FieldKind.ExpectedAlive, "expected.alive", FieldType.Number, FieldSource.Predictions, "Probability of being a customer still, 0 to 1", Bounds: (0, 1)),
        new(FieldKind.ExpectedOrders30, "expected.orders30", FieldType.Number, FieldSource.Predictions, "Purchase days expected within 30 days"),
        new(FieldKind.ExpectedOrders90, "expected.orders90", FieldType.Number, FieldSource.Predictions, "Purchase days expected within 90 days"),
        new(FieldKind.ExpectedOrders365, "expected.orders365", FieldType.Number, FieldSource.Predictions, "Purchase days expected within 365 days"),
        new(FieldKind.ExpectedOrderValue, "expected.orderValue", FieldType.Number, FieldSource.Predictions, "Value expected of a purchase day, in major units of the workspace's currency"),
        new(FieldKind.ExpectedLifetimeValue, "expected.lifetimeValue", FieldType.Number, FieldSource.Predictions, "Discounted value expected within the horizon, in major units of the workspace's currency"),
        new(FieldKind.RhythmDays, "rhythm.days", FieldType.Number, FieldSource.Predictions, "Median gap between days of purchase"),
        new(FieldKind.ChurnReason, "churn.reason", FieldType.Set, FieldSource.Scores, "What speaks for it that the customer is about to leave", RiskReasonNames.All),
        new(FieldKind.ValueIndex, "value.index", FieldType.Number, FieldSource.Scores, "Value index of activity, spend and spread, in steps of 5", Bounds: (0, 100)),
        new(FieldKind.ReferralsSignUps, "referrals.signUps", FieldType.Number, FieldSource.Person, "People whom the person brought"),
        new(FieldKind.ReferralsOrders, "referrals.orders", FieldType.Number, FieldSource.Person, "Orders of people whom the person brought"),
        new(FieldKind.Variable, "variable.", FieldType.Open, FieldSource.Variables, "A variable of the journey's run: variable.coupon"),
        new(FieldKind.Event, "event.", FieldType.Open, FieldSource.Event, "A property of the event at hand: event.sku"),
    ];

    private static readonly FrozenDictionary<FieldKind, FieldInfo> ByKind = All.ToFrozenDictionary(info => info.Kind);

    public static FieldInfo Of(FieldKind kind) => ByKind[kind];

    /// <returns>Null when there is no such field.</returns>
    public static Field? Find(string written)
    {
        foreach (var info in All)
        {
            if (!info.IsPrefix && info.Name == written)
            {
                return new(info.Kind);
            }

            if (info.IsPrefix && written.Length > info.Name.Length && written.StartsWith(info.Name, StringComparison.Ordinal))
            {
                return new(info.Kind, written[info.Name.Length..]);
            }
        }

        return null;
    }

    private static string[] Codes(IReadOnlyList<Segment> segments) => [.. segments.Select(segment => segment.Code)];
}
