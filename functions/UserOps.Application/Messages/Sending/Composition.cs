namespace UserOps.Application.Messages.Sending;

/// <summary>What came of making a message for one person.</summary>
public abstract record Composition
{
    private Composition()
    {
    }

    public sealed record Ready(OutgoingMessage Message) : Composition;

    /// <param name="Reason">
    /// <c>template:missing:</c> and the name of the value, <c>template:unfit</c>, <c>template:too-large</c>, <c>template:not-found</c>, <c>template:purpose</c>, <c>template:channel</c>,
    /// <c>no-public-url</c>.
    /// </param>
    public sealed record Unfit(string Reason) : Composition;
}
