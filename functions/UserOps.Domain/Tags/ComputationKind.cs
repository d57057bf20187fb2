namespace UserOps.Domain.Tags;

/// <summary>What is made of the events of a window.</summary>
public enum ComputationKind
{
    /// <summary>How many there are.</summary>
    Count,

    /// <summary>Of a number that they carry.</summary>
    Sum,

    /// <summary>What the last of them carries.</summary>
    Latest,

    /// <summary>What most of them carry.</summary>
    MostFrequent,
}
