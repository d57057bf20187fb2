using System.Text.Json.Serialization;

namespace UserOps.Domain.Tags;

/// <summary>Why somebody has a tag, or has it no more, although nobody said so.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TagChange>))]
public enum TagChange
{
    /// <summary>The tag's condition holds from now on, or no longer.</summary>
    Rule,

    /// <summary>There is something to compute its value from from now on, or nothing any longer.</summary>
    Computed,

    /// <summary>Its time was over.</summary>
    Expired,

    /// <summary>Nobody can have it any more.</summary>
    Retired,
}
