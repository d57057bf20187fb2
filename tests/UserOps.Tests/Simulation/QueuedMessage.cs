namespace UserOps.Tests.Simulation;

/// <summary>A message in the shared queue.</summary>
internal sealed class QueuedMessage(int number, byte[] body, DateTimeOffset due)
{
    public int Number { get; } = number;

    public byte[] Body { get; } = body;

    /// <summary>Not handed out before; moved on by each delivery to the end of its lease.</summary>
    public DateTimeOffset Due { get; set; } = due;

    /// <summary>Deliveries so far. Only the latest one may complete the message, as a pop receipt holds only once.</summary>
    public int Deliveries { get; set; }
}
