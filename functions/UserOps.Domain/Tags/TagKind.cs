namespace UserOps.Domain.Tags;

/// <summary>Who says that somebody has a tag.</summary>
public enum TagKind
{
    /// <summary>People, journeys and shops, each time anew.</summary>
    Manual,

    /// <summary>A condition, at every instant.</summary>
    Rule,

    /// <summary>A computation over events, which says also what it carries.</summary>
    Computed,

    /// <summary>Another system, by files or its interface.</summary>
    Imported,
}
