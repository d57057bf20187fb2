namespace UserOps.Domain.Messages;

/// <summary>What is known of one person on one channel.</summary>
/// <param name="AddressHash">Keyed hash of the address, for suppression; null: there is no address.</param>
/// <param name="Sent">Messages that the person got on it.</param>
/// <param name="Responses">How many of them the person opened, clicked or answered, whichever the channel tells.</param>
public sealed record ChannelFacts(string? AddressHash, int Sent = 0, int Responses = 0)
{
    public static readonly ChannelFacts Unknown = new((string?)null);
}
