using System.Text.Json;
using System.Text.Json.Serialization;

namespace UserOps.Domain.Tags;

/// <summary>What is said of a tag besides that it is put on.</summary>
/// <param name="Until">When it stops holding; null: nobody said so.</param>
/// <param name="Value">A text or a number (a day is a text, <c>2026-01-31</c>); null: it carries none.</param>
public sealed record TagTerm(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? Until = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] JsonElement? Value = null);
