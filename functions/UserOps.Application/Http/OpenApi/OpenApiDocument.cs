using System.Text.Json;
using System.Text.Json.Nodes;

namespace UserOps.Application.Http.OpenApi;

/// <summary>The route table as an OpenAPI 3.1 document; schemas are those of the types that handlers read and write. Source: https://spec.openapis.org/oas/v3.1.1.html</summary>
public static class OpenApiDocument
{
    private const string ProblemMedia = "application/problem+json";

    /// <param name="json">As answers are written.</param>
    public static JsonObject Of(IEnumerable<Route> routes, JsonSerializerOptions json, string version)
    {
        ArgumentNullException.ThrowIfNull(routes);
        var schemas = new SchemaShelf(json);
        var paths = new JsonObject();
        foreach (var route in routes)
        {
            var path = "/" + route.Template;
            if (!paths.TryGetPropertyValue(path, out var operations))
            {
                paths[path] = operations = new JsonObject();
            }

            operations![route.Method.ToLowerInvariant()] = Operation(route, schemas);
        }

        return new()
        {
            ["openapi"] = "3.1.1",
            ["info"] = new JsonObject { ["title"] = "UserOps", ["version"] = version },
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = schemas.ToJson(), ["securitySchemes"] = SecuritySchemes() },
        };
    }

    private static JsonObject Operation(Route route, SchemaShelf schemas)
    {
        var doc = route.Doc ?? new(route.Name);
        var operation = new JsonObject
        {
            ["operationId"] = route.Name,
            ["summary"] = doc.Summary,
            ["tags"] = new JsonArray(TagOf(route.Template)),
            ["parameters"] = new JsonArray([.. PathParameters(route.Template), .. doc.Query.Select(Parameter)]),
        };
        if (doc.Request is not null || doc.RequestMedia is not null)
        {
            operation["requestBody"] = new JsonObject { ["content"] = Content(doc.RequestMedia ?? "application/json", doc.Request, schemas) };
        }

        operation["responses"] = new JsonObject
        {
            [$"{doc.Status}"] = doc.Response is null && doc.ResponseMedia is null
                ? new JsonObject { ["description"] = "Done." }
                : new JsonObject { ["description"] = "Done.", ["content"] = Content(doc.ResponseMedia ?? "application/json", doc.Response, schemas) },
            ["default"] = new JsonObject
            {
                ["description"] = "What went wrong, by RFC 9457.",
                ["content"] = Content(ProblemMedia, typeof(ProblemShape), schemas),
            },
        };
        operation["security"] = Security(route.Access);
        return operation;
    }

    /// <summary>The noun; what has no <c>api/</c> before it stands in messages.</summary>
    private static string TagOf(string template) => template.Split('/') switch
    {
        ["api", "v1" or "webhooks", ..] => "events",
        ["api", var noun, ..] => noun,
        _ => "links",
    };

    private static JsonObject Content(string media, Type? type, SchemaShelf schemas) =>
        new() { [media] = type is null ? new JsonObject() : new JsonObject { ["schema"] = schemas.Reference(type) } };

    private static IEnumerable<JsonNode> PathParameters(string template) =>
        from part in template.Split('/')
        where part.StartsWith('{')
        select new JsonObject
        {
            ["name"] = part.Trim('{', '}'),
            ["in"] = "path",
            ["required"] = true,
            ["schema"] = new JsonObject { ["type"] = "string" },
        };

    private static JsonNode Parameter(QueryParameter parameter)
    {
        var schema = new JsonObject { ["type"] = parameter.Type };
        if (parameter.Format is { } format)
        {
            schema["format"] = format;
        }

        return new JsonObject { ["name"] = parameter.Name, ["in"] = "query", ["description"] = parameter.Description, ["schema"] = schema };
    }

    private static JsonArray Security(Access access) => access switch
    {
        Access.Public or Access.Signed => [],
        Access.WriteKey => [Scheme("writeKey"), Scheme("writeKeyHeader")],
        _ => [Scheme("bearer"), Scheme("apiKey")],
    };

    private static JsonObject Scheme(string name) => new() { [name] = new JsonArray() };

    private static JsonObject SecuritySchemes() => new()
    {
        ["bearer"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["description"] = "An API key." },
        ["apiKey"] = new JsonObject { ["type"] = "apiKey", ["in"] = "header", ["name"] = "x-api-key" },
        ["writeKey"] = new JsonObject { ["type"] = "http", ["scheme"] = "basic", ["description"] = "A write key as user, no password." },
        ["writeKeyHeader"] = new JsonObject { ["type"] = "apiKey", ["in"] = "header", ["name"] = "x-write-key" },
    };
}
