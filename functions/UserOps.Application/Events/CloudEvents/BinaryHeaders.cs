using System.Text.Json;
using Microsoft.AspNetCore.Http;
using UserOps.Application.Events.Reading;

namespace UserOps.Application.Events.CloudEvents;

/// <summary>
/// Attributes of the binary mode: a header each, percent-encoded. Source: https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/http-protocol-binding.md
/// </summary>
internal static class BinaryHeaders
{
    private static readonly string[] Attributes = ["specversion", "id", "source", "type", "subject", "time"];

    public static bool IsBinary(HttpRequest request) =>
        request.Headers.ContainsKey("ce-specversion")
        && request.ContentType?.StartsWith("application/cloudevents", StringComparison.OrdinalIgnoreCase) != true;

    /// <returns>An object as the structured mode has it, without the data.</returns>
    public static JsonElement Read(IHeaderDictionary headers) => JsonObjects.Make(writer =>
    {
        foreach (var attribute in Attributes)
        {
            var value = headers[$"ce-{attribute}"].ToString();
            if (value.Length > 0)
            {
                writer.WriteString(attribute, Uri.UnescapeDataString(value));
            }
        }
    });
}
