using System.Net;
using System.Text.Json;

namespace UserOps.LocalHost.Tests;

/// <param name="Body">Undefined when it is empty.</param>
/// <param name="Headers">By name in any case.</param>
internal sealed record Answer(HttpStatusCode Status, JsonElement Body, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>What problem details call the field at fault.</summary>
    public string? Field => Body.GetProperty("field").GetString();
}
