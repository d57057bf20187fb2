namespace UserOps.Application.Users;

/// <param name="Answered">Of those sent: opened or clicked, whichever the channel tells.</param>
public sealed record ChannelView(int Sent, int Answered);
