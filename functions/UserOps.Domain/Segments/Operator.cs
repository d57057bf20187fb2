namespace UserOps.Domain.Segments;

/// <summary><see cref="OperatorCatalog"/> says how each is written and what it takes.</summary>
public enum Operator
{
    Is,
    IsNot,
    In,
    NotIn,
    Contains,
    StartsWith,
    LessThan,
    AtMost,
    AtLeast,
    MoreThan,
    Between,
    Before,
    After,
    OnDay,
    WithinLast,
    NotWithinLast,
    WithinNext,
    AnniversaryWithinNext,
    Has,
    HasNot,
    Exists,
    Missing,
}
