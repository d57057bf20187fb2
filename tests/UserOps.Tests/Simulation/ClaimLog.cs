using UserOps.Application.Messages.Sending;
using UserOps.Application.Storage;
using UserOps.Application.Users;
using UserOps.Domain.Messages;

namespace UserOps.Tests.Simulation;

/// <summary>Every claim that was ever committed, also those that were taken back: the ledger itself shows only the last.</summary>
internal sealed class ClaimLog(TimeProvider clock)
{
    private readonly List<Claim> _claims = [];

    public IReadOnlyList<Claim> All => _claims;

    public void Note(IReadOnlyList<Change> changes)
    {
        if (changes is [Change.Replace { Key.Value: UserRow.Profile } profile, Change.Insert ledger]
            && ledger.Key.Value.StartsWith(MessageRow.Prefix, StringComparison.Ordinal)
            && MessageRow.Read(new("x", ledger.Key, "", ledger.Properties)) is { State: MessageState.Claimed } entry)
        {
            _claims.Add(new(clock.GetUtcNow(), entry, ((Holder.Here)HolderRow.Read(new("x", profile.Key, "", profile.Properties))).Profile));
        }
    }
}
