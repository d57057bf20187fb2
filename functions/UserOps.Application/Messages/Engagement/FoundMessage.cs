using UserOps.Application.Messages.Sending;

namespace UserOps.Application.Messages.Engagement;

/// <param name="UserKey">The user's as of now.</param>
/// <param name="Partition">Where its row is.</param>
public sealed record FoundMessage(string UserKey, string Partition, StoredMessage Message);
