namespace UserOps.Domain.Messages;

/// <summary>What silence means.</summary>
public enum ConsentDefault
{
    /// <summary>No.</summary>
    OptIn,

    /// <summary>Yes, until refused.</summary>
    OptOut,
}
