using UserOps.Domain.Scoring;

namespace UserOps.Application.Scoring;

/// <param name="Users">All who were there on the day.</param>
/// <param name="Scored">Those with an order that counts.</param>
/// <param name="Map">The map that is shown first.</param>
/// <param name="Risks">Customers by churn risk.</param>
/// <param name="Tiers">Customers by value tier; all 0 where the run could tell no lifetime values.</param>
internal sealed record DistributionView(
    long Users,
    long Scored,
    SegmentMap Map,
    ScoreCounts Scores,
    IReadOnlyList<SegmentCount> Segments,
    IReadOnlyList<SegmentCount> Segments11,
    IReadOnlyList<SegmentCount> Segments8,
    IReadOnlyList<SegmentCount> Stages,
    IReadOnlyList<SegmentCount> Risks,
    IReadOnlyList<SegmentCount> Tiers);
