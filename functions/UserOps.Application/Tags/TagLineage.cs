using UserOps.Domain.Segments;
using UserOps.Domain.Tags;

namespace UserOps.Application.Tags;

/// <summary>What a tag is made of.</summary>
/// <param name="Source">Where an imported one comes from; null: it is none.</param>
/// <param name="Events">Names.</param>
/// <param name="Fields">As conditions write them; those of named things with a point at their end.</param>
public sealed record TagLineage(
    string? Source, IReadOnlyList<string> Events, IReadOnlyList<string> Fields, IReadOnlyList<string> Tags, IReadOnlyList<string> Segments, IReadOnlyList<string> Journeys)
{
    public static TagLineage Of(TagDefinition tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        var mentions = tag.Asked is { } where ? Mentions.Of(where) : Mentions.Nothing;
        return new(tag.Source, [.. mentions.EventNames], [.. mentions.Fields.Select(kind => FieldCatalog.Of(kind).Name)], [.. mentions.TagNames], [.. mentions.Segments], [.. mentions.Journeys]);
    }
}
