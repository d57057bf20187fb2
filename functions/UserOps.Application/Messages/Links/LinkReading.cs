namespace UserOps.Application.Messages.Links;

/// <summary>What came of reading a link's token.</summary>
public abstract record LinkReading
{
    private LinkReading()
    {
    }

    public sealed record Genuine(SignedLink Link) : LinkReading;

    /// <summary>Was made here, and is over.</summary>
    public sealed record Expired(SignedLink.Click Link) : LinkReading;

    /// <summary>Was not made here, or not like this. Why is nobody's business.</summary>
    public sealed record Refused : LinkReading;
}
