namespace UserOps.Application.Messages.Links;

/// <summary>What every link of a message names.</summary>
/// <param name="Row">Of the message in the user's partition.</param>
public sealed record LinkedMessage(string UserKey, string Row, string Channel, string Purpose);
