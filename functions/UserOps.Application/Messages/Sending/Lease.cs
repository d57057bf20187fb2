namespace UserOps.Application.Messages.Sending;

/// <summary>How long whoever claimed a message has it to himself.</summary>
internal static class Lease
{
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(5);

    /// <summary>From then on others may ask the provider what became of it.</summary>
    public static DateTimeOffset EndOf(DateTimeOffset claimedAt) => claimedAt + Length;

    /// <summary>Whoever was held up beyond it no longer calls the provider: others could be about to.</summary>
    public static CallWindow Calls(DateTimeOffset claimedAt) => new(claimedAt, claimedAt + (Length / 2));
}
