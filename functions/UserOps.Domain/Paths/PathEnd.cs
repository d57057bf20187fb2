namespace UserOps.Domain.Paths;

/// <summary>Why a path has no further event.</summary>
public enum PathEnd
{
    /// <summary>It has as many as were asked for.</summary>
    Complete,

    /// <summary>None came, or had come, in time.</summary>
    Ended,

    /// <summary>There is still time for one.</summary>
    Open,
}
