using UserOps.Application.Settings;
using UserOps.Application.Storage;
using UserOps.Application.Users;
using UserOps.Domain.Journeys;
using UserOps.Domain.Messages;

namespace UserOps.Application.Messages.Sending;

/// <summary>Gathers what the gate has to know of a person.</summary>
public sealed class FindRecipient(ITableStore store, UserKeys keys, Addresses addresses, Suppressions suppressions, MessageRows rows, UserOpsSettings settings)
{
    /// <returns>Null: there is no such person any more in this partition.</returns>
    public async Task<Recipient?> RunAsync(string userKey, Step.Send step, CancellationToken cancel)
    {
        if (await store.GetAsync(userKey, UserRow.Profile, cancel) is not { } row || HolderRow.Read(row) is not Holder.Here { Profile: var profile })
        {
            return null;
        }

        var (reached, facts) = (new Dictionary<string, string>(StringComparer.Ordinal), new Dictionary<string, ChannelFacts>(StringComparer.Ordinal));
        var past = step.Cheapest ? await rows.PastAsync(userKey, settings.Workspace.Zone, cancel) : PastResponse.None;
        foreach (var channel in step.Channels)
        {
            if (addresses.Of(profile, channel) is { } address)
            {
                reached[channel] = address;
                facts[channel] = past.On(channel) with { AddressHash = keys.OfAddress(channel, address) };
            }
        }

        var suppressed = await suppressions.FindAsync(facts.Values.Select(known => known.AddressHash!), cancel);
        return new(profile, row.ETag, GateFacts.Of(profile, facts, suppressed, settings.Workspace.Zone), reached);
    }
}
