namespace UserOps.LocalHost.Storage;

/// <summary>One change of a batch, encoded.</summary>
/// <param name="Key">Where in the commit's bytes the row key stands.</param>
/// <param name="Body">Where its properties stand.</param>
/// <param name="Deletes">There is no body.</param>
/// <param name="Required">An ETag (these are positive), or one of the constants.</param>
internal record struct CommitPart(Range Key, Range Body, bool Deletes, long Required)
{
    public const long Missing = 0;
    public const long Present = -1;
    public const long Anything = -2;

    /// <summary>No row ever has it.</summary>
    public const long NoETag = -3;

    /// <summary>What the writer found.</summary>
    public StoredRow Old { get; set; }

    /// <summary>What it left.</summary>
    public StoredRow New { get; set; }

    public readonly bool Inserts => Required == Missing;

    public readonly bool Holds => Required switch
    {
        Missing => Old.ETag is null,
        Present => Old.ETag is not null,
        Anything => true,
        _ => Old.ETag == Required,
    };
}
