using NodaTime;
using UserOps.Domain.Segments;

namespace UserOps.Domain.Tags;

/// <summary>What the workspace agreed a tag to be.</summary>
/// <param name="Key">Its name, as <see cref="TagName"/> writes it.</param>
/// <param name="Names">That people see, by language: <c>en</c>, <c>zh-CN</c>.</param>
/// <param name="Owner">Who answers for it; null: nobody is named.</param>
/// <param name="Source">Of an imported one: where it comes from.</param>
/// <param name="Ttl">How many days of the workspace a mark holds, counted from the beginning of the day it is put on; null: for ever.</param>
/// <param name="Where">Of a rule: who has it.</param>
public sealed record TagDefinition(
    string Key, IReadOnlyDictionary<string, string> Names, string? Description, string? Owner, TagKind Kind, string? Source, TagValueType ValueType, Period? Ttl, Condition? Where)
{
    /// <summary>Of a computed one: what it carries.</summary>
    public Computation? Compute { get; init; }

    /// <summary>What is asked about a person to know who has it; null: nothing, somebody says so.</summary>
    public Condition? Asked => Where ?? Compute?.Asked;
}
