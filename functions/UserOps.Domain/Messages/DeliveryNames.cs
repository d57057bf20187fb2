namespace UserOps.Domain.Messages;

/// <summary>What a provider may tell of a message that it took.</summary>
public static class DeliveryNames
{
    public const string Delivered = "delivered";

    /// <summary>There is no such address.</summary>
    public const string Bounced = "bounced";

    /// <summary>Not delivered this time, for a reason that may pass.</summary>
    public const string Failed = "failed";

    /// <summary>Taken for spam by the receiving side.</summary>
    public const string Filtered = "filtered";

    public const string Quarantined = "quarantined";

    /// <summary>Not tried, since the address bounced before.</summary>
    public const string Suppressed = "suppressed";

    /// <summary>Its reader called it spam.</summary>
    public const string Complained = "complained";

    /// <summary>Ascending by what stands when two are told of the same instant.</summary>
    private static readonly string[] Order = [Delivered, Failed, Quarantined, Filtered, Suppressed, Bounced, Complained];

    public static bool IsName(string? text) => Array.IndexOf(Order, text) >= 0;

    /// <returns>Why its address must get nothing more; null: it may.</returns>
    public static SuppressionCause? Suppresses(string delivery) => delivery switch
    {
        Bounced or Suppressed => SuppressionCause.HardBounce,
        Complained => SuppressionCause.Complaint,
        _ => null,
    };

    /// <summary>Of two words about one message, which stands: what says that the address is lost, else the later. The same for every order of arrival.</summary>
    internal static bool Stands(string told, DateTimeOffset at, string known, DateTimeOffset knownAt)
    {
        var (final, knownFinal) = (Suppresses(told) is not null, Suppresses(known) is not null);
        return final != knownFinal ? final
            : at != knownAt ? at > knownAt
            : Array.IndexOf(Order, told) > Array.IndexOf(Order, known);
    }
}
