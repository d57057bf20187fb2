namespace UserOps.Functions.Tests.Azurite;

/// <summary>What a request asks of the table service.</summary>
public enum RequestKind
{
    /// <summary>One entity by its key.</summary>
    Read,

    /// <summary>A page.</summary>
    Query,

    /// <summary>One entity.</summary>
    Write,

    /// <summary>An entity group transaction.</summary>
    Batch,

    /// <summary>Tables themselves, and all that queues are asked.</summary>
    Other,
}
