namespace UserOps.Domain.Segments;

/// <summary>What can be asked about a user and a journey.</summary>
public enum JourneyPart
{
    /// <summary>Is in it now.</summary>
    Inside,

    /// <summary>Came in.</summary>
    Entered,

    /// <summary>Was in it and is out, by whatever way.</summary>
    Ended,

    /// <summary>Came in, but into the hold-out, which goes through without a message.</summary>
    HeldOut,
}
