using UserOps.Application.Journeys;
using UserOps.Application.Settings;
using UserOps.Domain.Journeys;

namespace UserOps.Application.Messages.Sending;

/// <summary>Channels that journeys may send by: e-mail, the inbox and those of the settings.</summary>
internal sealed class ChannelNames(UserOpsSettings settings) : INameSource
{
    public Task<KnownNames> AddAsync(KnownNames names, CancellationToken cancel) =>
        Task.FromResult(names with { Channels = settings.Messaging.Channels.Keys.ToHashSet(StringComparer.Ordinal) });
}
