namespace UserOps.Domain.Messages;

/// <summary>
/// Why a channel was not taken; of a message that is skipped the reason of the channel that came closest, the first of these. <see cref="GateReasons.Code"/> is what is stored and shown.
/// </summary>
public enum GateReason
{
    /// <summary>The run is held out.</summary>
    HoldOut,

    /// <summary>It may go out only when it makes no sense any more.</summary>
    TooLate,

    /// <summary>The cap leaves no room before it makes no sense any more.</summary>
    Capped,

    /// <summary>The person refused.</summary>
    Unsubscribed,

    /// <summary>The address bounced, or its owner complained.</summary>
    Suppressed,

    /// <summary>Nobody granted what has to be granted first.</summary>
    NotConsented,

    NoAddress,

    /// <summary>There is no such channel here.</summary>
    NoChannel,

    /// <summary>Usable, but a response by it costs more; never a reason to skip.</summary>
    Dearer,

    /// <summary>Usable, but another one stands before it; never a reason to skip.</summary>
    LaterInOrder,
}
