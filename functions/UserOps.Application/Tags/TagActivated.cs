using UserOps.Domain;

namespace UserOps.Application.Tags;

/// <summary>How activating ended.</summary>
public abstract record TagActivated
{
    private TagActivated()
    {
    }

    /// <param name="New">False: the draft says the same as the last version, which stands.</param>
    public sealed record Done(TagHead Tag, bool New) : TagActivated;

    public sealed record Refused(IReadOnlyList<Mistake> Mistakes) : TagActivated;

    /// <summary>The draft is not the one that was meant.</summary>
    public sealed record Overtaken : TagActivated;

    /// <param name="Reason">Which limit is reached.</param>
    public sealed record Full(string Reason) : TagActivated;

    public sealed record Unknown : TagActivated;
}
