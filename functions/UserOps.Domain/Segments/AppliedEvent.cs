using System.Text.Json;

namespace UserOps.Domain.Segments;

/// <summary>An event of the user's past, as conditions see it.</summary>
/// <param name="Properties">A JSON object; null: it says nothing about itself.</param>
public sealed record AppliedEvent(string Name, DateTimeOffset OccurredAt, JsonElement? Properties = null);
