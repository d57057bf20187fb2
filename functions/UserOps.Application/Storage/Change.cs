namespace UserOps.Application.Storage;

/// <summary>One row's part in an atomic batch.</summary>
public abstract record Change
{
    private Change()
    {
    }

    public required TableKey Key { get; init; }

    /// <summary>Conflicts when the row exists.</summary>
    public sealed record Insert(Properties Properties) : Change;

    /// <summary>Conflicts when the row is missing or has another ETag.</summary>
    public sealed record Replace(Properties Properties, string ETag) : Change;

    /// <summary>Never conflicts.</summary>
    public sealed record Upsert(Properties Properties) : Change;

    /// <summary>Conflicts when the row is missing, or has another ETag than the one given (null: any).</summary>
    public sealed record Delete(string? ETag = null) : Change;
}
