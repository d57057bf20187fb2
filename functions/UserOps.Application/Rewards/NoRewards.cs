namespace UserOps.Application.Rewards;

/// <summary>Where nothing is set up to give: a step that grants is passed over, and the figures say so.</summary>
public sealed class NoRewards : IGrantRewards
{
    public Task<GrantOutcome> RunAsync(GrantRequest request, CancellationToken cancel) => Task.FromResult<GrantOutcome>(new GrantOutcome.Refused("no-rewards"));
}
