namespace UserOps.Domain.Segments;

/// <summary>What a comparison looks at; <see cref="FieldCatalog"/> says more of each.</summary>
public enum FieldKind
{
    Trait,
    FirstSeen,
    LastSeen,
    HasEmail,
    Language,
    Consent,
    Tag,
    TagValue,
    OrdersCount,
    OrdersAmount,
    OrdersFirst,
    OrdersLast,
    OrdersRecencyDays,
    ScoreRecency,
    ScoreFrequency,
    ScoreMonetary,
    ScoreSegment,
    ScoreSegment11,
    ScoreSegment8,
    Stage,
    ChurnReason,
    ValueIndex,
    ReferralsSignUps,
    ReferralsOrders,
    Variable,
    Event,
}
