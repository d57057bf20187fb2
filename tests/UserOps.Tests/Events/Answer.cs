using System.Net;
using System.Text.Json;

namespace UserOps.Tests.Events;

internal sealed record Answer(HttpStatusCode Status, JsonElement Body, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The field that a problem names.</summary>
    public string? Field => Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty("field", out var named) ? named.GetString() : null;
}
