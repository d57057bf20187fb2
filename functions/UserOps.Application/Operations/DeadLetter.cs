using System.Globalization;

namespace UserOps.Application.Operations;

/// <summary>A message that was given up.</summary>
/// <param name="Id">As <see cref="IdOf"/> makes it.</param>
/// <param name="Reason">Why its last delivery failed; no personal data.</param>
/// <param name="Tries">Deliveries that failed.</param>
/// <param name="First">When it was enqueued.</param>
/// <param name="Last">When it was given up.</param>
public sealed record DeadLetter(string Id, byte[] Body, string Reason, int Tries, DateTimeOffset First, DateTimeOffset Last)
{
    /// <summary>The row key: made of when the message was enqueued and its id in the queue, so that giving it up twice makes one letter.</summary>
    public static string IdOf(DateTimeOffset enqueued, string message) =>
        string.Create(CultureInfo.InvariantCulture, $"{enqueued.UtcTicks:d19}~{message}");
}
