using System.Text.Json;

namespace UserOps.Application.Messages.Templates;

/// <param name="At">Null: now.</param>
/// <param name="Properties">A JSON object.</param>
public sealed record PreviewEvent(string? Name, DateTimeOffset? At = null, JsonElement? Properties = null);
