namespace UserOps.Application.Tags;

public enum TagState
{
    /// <summary>People have it, and nobody wrote what it is. Never stored.</summary>
    Undefined,

    /// <summary>Written, and not in force yet.</summary>
    Draft,

    Active,

    /// <summary>Nobody has it or can get it; what was is kept.</summary>
    Retired,
}
