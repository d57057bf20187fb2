namespace UserOps.Domain.Tags;

/// <summary>What a tag's document amounts to.</summary>
public abstract record TagReading
{
    private TagReading()
    {
    }

    public sealed record Of(TagDefinition Tag) : TagReading;

    /// <param name="Mistakes">All of them, up to a hundred; at least one.</param>
    public sealed record Wrong(IReadOnlyList<Mistake> Mistakes) : TagReading;
}
