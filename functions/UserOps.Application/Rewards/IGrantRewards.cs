namespace UserOps.Application.Rewards;

/// <summary>Gives points and coupons. The same operation twice gives once.</summary>
public interface IGrantRewards
{
    Task<GrantOutcome> RunAsync(GrantRequest request, CancellationToken cancel);
}
