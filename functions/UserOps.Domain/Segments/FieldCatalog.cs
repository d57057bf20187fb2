using UserOps.Domain.Scoring;

namespace UserOps.Domain.Segments;

/// <summary>All fields, in the order in which a console shows them.</summary>
public static class FieldCatalog
{
    private static readonly (int, int) Scores = (1, 5);

    public static readonly IReadOnlyList<FieldInfo> All =
    [
        new(FieldKind.Trait, "trait.", FieldType.Open, ConditionScope.User, "A trait of the person, as sites and shops tell it: trait.city"),
        new(FieldKind.FirstSeen, "user.firstSeen", FieldType.Instant, ConditionScope.User, "When the first event of the person happened"),
        new(FieldKind.LastSeen, "user.lastSeen", FieldType.Instant, ConditionScope.User, "When the latest event of the person happened"),
        new(FieldKind.HasEmail, "user.hasEmail", FieldType.YesNo, ConditionScope.User, "Whether an e-mail address is known"),
        new(FieldKind.Language, "user.language", FieldType.Text, ConditionScope.User, "Language of the person, as a tag such as zh-CN or en"),
        new(FieldKind.Tag, "tag", FieldType.Tags, ConditionScope.User, "Tags of the person"),
        new(FieldKind.OrdersCount, "orders.count", FieldType.Number, ConditionScope.User, "Orders ever, less those cancelled or wholly refunded"),
        new(FieldKind.OrdersAmount, "orders.amount", FieldType.Number, ConditionScope.User, "Amount of all orders less refunds, in major units of the workspace's currency"),
        new(FieldKind.OrdersFirst, "orders.first", FieldType.Day, ConditionScope.User, "Day of the first order that counts"),
        new(FieldKind.OrdersLast, "orders.last", FieldType.Day, ConditionScope.User, "Day of the last order that counts"),
        new(FieldKind.OrdersRecencyDays, "orders.recencyDays", FieldType.Number, ConditionScope.User, "Whole days since the last order that counts: 0 on the day itself, one more at every midnight"),
        new(FieldKind.ScoreRecency, "score.recency", FieldType.Number, ConditionScope.User, "Score of recency, 5 is best", Bounds: Scores),
        new(FieldKind.ScoreFrequency, "score.frequency", FieldType.Number, ConditionScope.User, "Score of frequency, 5 is best", Bounds: Scores),
        new(FieldKind.ScoreMonetary, "score.monetary", FieldType.Number, ConditionScope.User, "Score of the amount, 5 is best", Bounds: Scores),
        new(FieldKind.ScoreSegment, "score.segment", FieldType.Choice, ConditionScope.User, "Segment by the ten rules", Codes(SegmentCatalog.Ten)),
        new(FieldKind.ScoreSegment11, "score.segment11", FieldType.Choice, ConditionScope.User, "Segment of the map of eleven", Codes(SegmentCatalog.Eleven)),
        new(FieldKind.ScoreSegment8, "score.segment8", FieldType.Choice, ConditionScope.User, "Segment of the map of eight", Codes(SegmentCatalog.Eight)),
        new(FieldKind.Stage, "stage", FieldType.Choice, ConditionScope.User, "Stage of the life cycle", Codes(LifeCycle.Stages)),
        new(FieldKind.Variable, "variable.", FieldType.Open, ConditionScope.Variables, "A variable of the journey's run: variable.coupon"),
        new(FieldKind.Event, "event.", FieldType.Open, ConditionScope.Event, "A property of the event at hand: event.sku"),
    ];

    public static FieldInfo Of(FieldKind kind) => All[(int)kind];

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
