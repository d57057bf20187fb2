
namespace UserOps.Application.Tags;

/// <summary>Who put a tag on.</summary>
public enum TagOrigin
{
    /// <summary>Said before origins were kept.</summary>
    Unknown,

    /// <summary>Somebody by hand.</summary>
    Manual,

    Journey,

    /// <summary>The tag's condition.</summary>
    Rule,

    /// <summary>A computation over events.</summary>
    Computed,

    /// <summary>A file of people.</summary>
    Import,

    /// <summary>A shop or another system that sends events.</summary>
    Source,
}
