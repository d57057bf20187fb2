using System.Text.Json.Serialization;

namespace UserOps.Domain.Tags;

/// <summary>Why somebody has a tag, or has it no more, although nobody said so.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TagChange>))]
public enum TagChange
{
    /// <summary>The tag's condition holds from now on, or no longer.</summary>
    Rule,

    /// <summary>Its time was over.</summary>
    Expired,

    /// <summary>Nobody can have it any more.</summary>
    Retired,
}
