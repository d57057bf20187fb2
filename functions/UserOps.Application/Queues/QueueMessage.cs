namespace UserOps.Application.Queues;

/// <param name="Delay">Not delivered before this has passed; at most seven days.</param>
public sealed record QueueMessage(byte[] Body, TimeSpan Delay = default)
{
    /// <summary>64 KiB less base64: what an Azure Storage queue takes.</summary>
    public const int MaxBytes = 48 * 1024;
}
