namespace UserOps.Domain.Scoring;

/// <summary>What a run finds out about one user; all of it stays the same until a score or a stage changes.</summary>
/// <param name="Rfm">Null without an order that counts.</param>
/// <param name="Eight">Position in <see cref="SegmentCatalog.Eight"/>; null without an order that counts.</param>
public readonly record struct Standing(RfmCode? Rfm, byte? Eight, LifeCycleStage Stage)
{
    /// <returns>Position in the map's list; null without an order that counts.</returns>
    public int? PlaceIn(SegmentMap map) => Rfm is not { } code ? null : map switch
    {
        SegmentMap.TenRules => SegmentCatalog.PlaceInTen(code),
        SegmentMap.Eleven => SegmentCatalog.PlaceInEleven(code),
        _ => Eight,
    };

    public Segment? SegmentIn(SegmentMap map) => PlaceIn(map) is { } place ? SegmentCatalog.Of(map)[place] : null;
}
