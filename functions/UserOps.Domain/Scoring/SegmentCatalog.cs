namespace UserOps.Domain.Scoring;

/// <summary>The segments of the three maps. A segment is stored and passed about as its position in these lists.</summary>
public static class SegmentCatalog
{
    public static readonly IReadOnlyList<Segment> Ten =
    [
        Named("Champions", "冠军客户"), Named("Potential Loyalist", "潜力忠诚客户"), Named("Loyal Customers", "忠诚客户"),
        Named("Promising", "有潜力客户"), Named("New Customers", "新客户"), Named("Can't Lose Them", "不可流失客户"),
        Named("At Risk", "流失风险客户"), Named("Need Attention", "需关注客户"), Named("About To Sleep", "即将沉睡客户"),
        Named("Lost", "已流失客户"), Named("Others", "其他客户"),
    ];

    public static readonly IReadOnlyList<Segment> Eleven =
    [
        Named("Champions", "冠军客户"), Named("Loyal", "忠诚客户"), Named("Potential Loyalist", "潜力忠诚客户"), Named("New", "新客户"),
        Named("Promising", "有潜力客户"), Named("Need Attention", "需关注客户"), Named("About To Sleep", "即将沉睡客户"),
        Named("At Risk", "流失风险客户"), Named("Cannot Lose", "不可流失客户"), Named("Hibernating", "休眠客户"), Named("Lost", "已流失客户"),
    ];

    /// <summary>By the bits R F M, high is 1.</summary>
    public static readonly IReadOnlyList<Segment> Eight =
    [
        Named("General Win Back", "一般挽留客户"), Named("Important Win Back", "重要挽留客户"), Named("General Retain", "一般保持客户"),
        Named("Important Retain", "重要保持客户"), Named("General Develop", "一般发展客户"), Named("Important Develop", "重要发展客户"),
        Named("General Value", "一般价值客户"), Named("Important Value", "重要价值客户"),
    ];

    private static readonly byte[] TenByCode = ByCode(code => Find(Ten, TenRules.NameOf(code)));

    private static readonly byte[] ElevenByCode = ByCode(code => Find(Eleven, ElevenCodes.NameOf(code)));

    public static IReadOnlyList<Segment> Of(SegmentMap map) => map switch
    {
        SegmentMap.TenRules => Ten,
        SegmentMap.Eleven => Eleven,
        _ => Eight,
    };

    public static int PlaceInTen(RfmCode code) => TenByCode[code.Value];

    public static int PlaceInEleven(RfmCode code) => ElevenByCode[code.Value];

    private static Segment Named(string name, string chinese) =>
        new(name.Replace("'", "", StringComparison.Ordinal).Replace(' ', '-').ToLowerInvariant(), name, chinese);

    private static byte Find(IReadOnlyList<Segment> segments, string name) => (byte)segments.Index().Single(s => s.Item.Name == name).Index;

    private static byte[] ByCode(Func<RfmCode, byte> place) => [.. Enumerable.Range(0, RfmCode.Count).Select(v => place(new((byte)v)))];
}
