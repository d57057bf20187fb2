using NodaTime;
using UserOps.Domain.Messages;

namespace UserOps.Tests.Simulation.Invariants;

/// <summary>
/// Invariant 5: whoever opted out before a message was claimed does not get it, and nobody gets one in quiet hours. What was claimed may be on its way for half a lease,
/// no longer.
/// </summary>
internal sealed class NobodyAgainstTheirWill : IInvariant
{
    private static readonly TimeSpan InFlight = TimeSpan.FromSeconds(151);

    public IEnumerable<string> Broken(Simulation simulation, Picture end)
    {
        var claims = simulation.Claims.All.ToLookup(claim => claim.Entry.OperationId);
        foreach (var call in simulation.Provider.Accepted)
        {
            if (claims[call.Operation].LastOrDefault(claim => claim.At <= call.Called) is not { } claim)
            {
                yield return $"unclaimed: {call}";
                continue;
            }

            if (claim.Profile.Consents?.Of(MessageNames.Email, claim.Entry.Purpose) == ConsentState.Denied)
            {
                yield return $"opted out: {call} for {claim.Profile.DisplayId}";
            }

            var claimed = claim.Entry.ClaimedAt!.Value;
            if (Campaign.Quiet.Holds(claimed, PersonZone.Of(claim.Profile, DateTimeZone.Utc)) || call.Called - claimed > InFlight)
            {
                yield return $"quiet hours: {call} for {claim.Profile.DisplayId}, claimed {claimed:O}";
            }
        }
    }
}
