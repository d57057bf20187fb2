using System.Text.Json;

namespace UserOps.Application.Messages.Templates;

/// <param name="Properties">A JSON object, or null.</param>
public sealed record ContextEvent(string Name, DateTimeOffset At, JsonElement? Properties = null);
