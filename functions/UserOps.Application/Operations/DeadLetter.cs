using System.Globalization;
using UserOps.Application.Storage;
using UserOps.Domain;

namespace UserOps.Application.Operations;

/// <summary>A message that was given up.</summary>
/// <param name="Id">As <see cref="IdOf(DateTimeOffset, string)"/> makes it.</param>
/// <param name="Reason">Why its last delivery failed; no personal data.</param>
/// <param name="Tries">Deliveries that failed.</param>
/// <param name="First">When it was enqueued.</param>
/// <param name="Last">When it was given up.</param>
public sealed record DeadLetter(string Id, byte[] Body, string Reason, int Tries, DateTimeOffset First, DateTimeOffset Last)
{
    private const int LongestMessageId = 64;

    /// <summary>The row key: made of when the message was enqueued and its id in the queue, so that giving it up twice makes one letter.</summary>
    /// <param name="message">The queue's own id, for instance a GUID; one that no key can hold enters as its hash.</param>
    public static string IdOf(DateTimeOffset enqueued, string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var fits = message.Length <= LongestMessageId && TableKey.TryParse(message, out _);
        return $"{StartOf(enqueued)}~{(fits ? message : HashText.Of("message", message))}";
    }

    /// <summary>Lies before the ids of all messages enqueued at that instant or later, and after those of all enqueued earlier.</summary>
    internal static string StartOf(DateTimeOffset enqueued) => enqueued.UtcTicks.ToString("d19", CultureInfo.InvariantCulture);
}
