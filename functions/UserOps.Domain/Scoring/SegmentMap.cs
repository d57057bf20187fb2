using System.Text.Json.Serialization;

namespace UserOps.Domain.Scoring;

[JsonConverter(typeof(JsonStringEnumConverter<SegmentMap>))]
public enum SegmentMap
{
    /// <summary>The first-match rules of the R package's README.</summary>
    TenRules,

    /// <summary>The eleven segments most tools show, a table of all 125 codes.</summary>
    Eleven,

    /// <summary>The eight Chinese segments, high or low against a split in each dimension.</summary>
    Eight,
}
