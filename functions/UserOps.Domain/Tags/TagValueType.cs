namespace UserOps.Domain.Tags;

/// <summary>What a tag carries besides its name.</summary>
public enum TagValueType
{
    None,
    Text,
    Number,

    /// <summary>A calendar day: <c>2026-01-31</c>.</summary>
    Date,
}
