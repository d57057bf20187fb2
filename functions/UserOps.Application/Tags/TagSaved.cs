using UserOps.Domain;

namespace UserOps.Application.Tags;

/// <summary>How saving a draft ended.</summary>
public abstract record TagSaved
{
    private TagSaved()
    {
    }

    /// <param name="Mistakes">In the draft; it is kept with them, but can't be activated.</param>
    public sealed record Kept(TagHead Tag, IReadOnlyList<Mistake> Mistakes) : TagSaved;

    /// <summary>It is no JSON, or too large.</summary>
    public sealed record Unreadable(Mistake Mistake) : TagSaved;

    /// <summary>The draft is not the one that the writer began with.</summary>
    public sealed record Overtaken : TagSaved;
}
