namespace UserOps.Domain.Messages;

public static class GateReasons
{
    /// <summary>Stands in stored rows and in answers: never changed.</summary>
    public static string Code(this GateReason reason) => reason switch
    {
        GateReason.HoldOut => "hold-out",
        GateReason.TooLate => "too-late",
        GateReason.Capped => "capped",
        GateReason.Unsubscribed => "unsubscribed",
        GateReason.Suppressed => "suppressed",
        GateReason.NotConsented => "not-consented",
        GateReason.NoAddress => "no-address",
        GateReason.NoChannel => "no-channel",
        GateReason.Dearer => "dearer",
        GateReason.LaterInOrder => "later-in-order",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };
}
