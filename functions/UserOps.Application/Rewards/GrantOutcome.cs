namespace UserOps.Application.Rewards;

public abstract record GrantOutcome
{
    private GrantOutcome()
    {
    }

    public sealed record Granted : GrantOutcome;

    public sealed record Refused(string Reason) : GrantOutcome;
}
