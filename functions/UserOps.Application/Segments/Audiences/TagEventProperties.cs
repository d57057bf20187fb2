using System.Text.Json;
using UserOps.Domain.Tags;

namespace UserOps.Application.Segments.Audiences;

/// <summary>Properties of an event <c>Tags Changed</c> that nobody's word made.</summary>
/// <param name="On">Whether the person has the tag from then on.</param>
/// <param name="Value">That a computed tag carries then; null: none.</param>
/// <param name="Version">Of the tag's definition; null: it went and there is none.</param>
internal sealed record TagEventProperties(string Tag, bool On, TagChange Reason, int? Version, JsonElement? Value);
