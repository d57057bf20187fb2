using System.Text.Json.Serialization;

namespace UserOps.Domain.Scoring;

[JsonConverter(typeof(JsonStringEnumConverter<SplitBy>))]
public enum SplitBy
{
    Mean,
    Median,
    Fixed,
}
