namespace UserOps.Functions.Messages;

/// <summary>What an operator's settings of e-mail amount to.</summary>
public abstract record EmailReading
{
    private EmailReading()
    {
    }

    /// <summary>Nothing is set: every message is refused as <c>no-email</c>.</summary>
    public sealed record Off : EmailReading;

    public sealed record On(EmailSettings Settings) : EmailReading;

    /// <param name="Messages">Each names the key and says what to set, without its value.</param>
    public sealed record Faulty(IReadOnlyList<string> Messages) : EmailReading;
}
