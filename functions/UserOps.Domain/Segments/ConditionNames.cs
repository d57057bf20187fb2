namespace UserOps.Domain.Segments;

/// <summary>What a condition may name and only the application knows. A set that is null is not checked.</summary>
public sealed record ConditionNames
{
    public static readonly ConditionNames Unchecked = new();

    /// <summary>Keys of segments of the workspace's own.</summary>
    public IReadOnlySet<string>? Segments { get; init; }

    /// <summary>Names of tags that nobody can have any more.</summary>
    public IReadOnlySet<string>? RetiredTags { get; init; }

    /// <summary>Keys of all journeys that there ever were.</summary>
    public IReadOnlySet<string>? Journeys { get; init; }

    /// <summary>Keys of templates.</summary>
    public IReadOnlySet<string>? Templates { get; init; }

    public IReadOnlySet<string>? Channels { get; init; }
}
