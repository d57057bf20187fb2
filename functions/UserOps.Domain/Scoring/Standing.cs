using UserOps.Domain.Scoring.Value;

namespace UserOps.Domain.Scoring;

/// <summary>What a run finds out about one user; all of it stays the same until a score, a stage, a band or a tier changes.</summary>
/// <param name="Rfm">Null without an order that counts.</param>
/// <param name="Eight">Position in <see cref="SegmentCatalog.Eight"/>; null without an order that counts.</param>
/// <param name="Risk">Null without a purchase that counts, whatever the scoring window.</param>
/// <param name="Tier">Null without such a purchase, and where the run could tell no lifetime values.</param>
public readonly record struct Standing(RfmCode? Rfm, byte? Eight, LifeCycleStage Stage, RiskBand? Risk = null, ValueTier? Tier = null)
{
    /// <summary>What <see cref="Risk"/> comes from.</summary>
    public RiskReasons Reasons { get; init; }

    /// <summary>0 to 100; null: of a run from before there was one.</summary>
    public byte? Index { get; init; }

    /// <returns>Position in the map's list; null without an order that counts.</returns>
    public int? PlaceIn(SegmentMap map) => Rfm is not { } code ? null : map switch
    {
        SegmentMap.TenRules => SegmentCatalog.PlaceInTen(code),
        SegmentMap.Eleven => SegmentCatalog.PlaceInEleven(code),
        _ => Eight,
    };

    public Segment? SegmentIn(SegmentMap map) => PlaceIn(map) is { } place ? SegmentCatalog.Of(map)[place] : null;
}
