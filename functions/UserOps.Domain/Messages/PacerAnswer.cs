namespace UserOps.Domain.Messages;

public abstract record PacerAnswer
{
    private PacerAnswer()
    {
    }

    /// <summary>Send, once this state is committed.</summary>
    public sealed record Allowed(PacerState State) : PacerAnswer;

    /// <summary>Nothing was taken; there is room for somebody at the instant, which many may be told. Null: there never is, by the limits.</summary>
    public sealed record NotBefore(DateTimeOffset? Instant) : PacerAnswer;
}
