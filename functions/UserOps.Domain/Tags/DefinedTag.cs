namespace UserOps.Domain.Tags;

/// <summary>A tag that is defined and not a draft any more.</summary>
/// <param name="Version">Of the definition.</param>
/// <param name="Definition">Null: this release can't read it, and takes it for one that nobody defined.</param>
public sealed record DefinedTag(string Name, int Version, bool Retired, TagDefinition? Definition)
{
    /// <summary>By a condition or a computation, and by nobody's word.</summary>
    public bool ByRule => !Retired && Definition is { Kind: TagKind.Rule or TagKind.Computed };

    /// <summary>Words about it count.</summary>
    public bool ByWord => !Retired && !ByRule;
}
