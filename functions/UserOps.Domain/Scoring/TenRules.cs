namespace UserOps.Domain.Scoring;

/// <summary>The rules of the README of the R package <i>rfm</i>; the first that holds gives the segment.</summary>
internal static class TenRules
{
    private static readonly SegmentRule[] Rules =
    [
        new("Champions", (5, 5), (5, 5), (5, 5)),
        new("Potential Loyalist", (3, 5), (3, 5), (2, 5)),
        new("Loyal Customers", (2, 4), (2, 4), (2, 4)),
        new("Promising", (3, 4), (1, 3), (3, 5)),
        new("New Customers", (4, 5), (1, 3), (1, 5)),
        new("Can't Lose Them", (1, 2), (3, 4), (4, 5)),
        new("At Risk", (1, 2), (2, 5), (4, 5)),
        new("Need Attention", (1, 3), (3, 5), (3, 5)),
        new("About To Sleep", (2, 3), (1, 3), (1, 4)),
        new("Lost", (1, 1), (1, 5), (1, 5)),
        new("Others", (1, 5), (1, 5), (1, 5)),
    ];

    public static string NameOf(RfmCode code) => Rules.First(rule => rule.Holds(code)).Name;
}
