using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using UserOps.Application;
using UserOps.Application.Http;

namespace UserOps.Tests.Http;

public sealed class OpenApiTests
{
    private static readonly JsonObject Document = Application.Http.OpenApi.OpenApiDocument.Of(
        Routes.All, new ServiceCollection().AddUserOps(new()).BuildServiceProvider().GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions, "1.0");

    [Fact]
    public void The_document_is_read_without_a_complaint_and_has_every_route_under_its_name()
    {
        var read = Microsoft.OpenApi.OpenApiDocument.Parse(Document.ToJsonString(), "json");

        Assert.Empty(read.Diagnostic!.Errors);
        Assert.Empty(read.Diagnostic.Warnings);
        Assert.Equal(
            Routes.All.Select(route => $"{route.Name}: {route.Method} /{route.Template}").Order(StringComparer.Ordinal),
            read.Document!.Paths.SelectMany(path => path.Value.Operations!.Select(op => $"{op.Value.OperationId}: {op.Key} {path.Key}")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_reference_leads_to_a_schema()
    {
        var references = Everything(Document).OfType<JsonObject>().Select(o => (string?)o["$ref"]).OfType<string>().ToList();

        Assert.NotEmpty(references);
        Assert.All(references, reference => Assert.NotNull(reference.TrimStart('#', '/').Split('/').Aggregate(
            (JsonNode?)Document, (node, part) => node is JsonArray list ? list[int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)] : node?[part])));
    }

    [Fact]
    public void Every_route_is_described() => Assert.All(Routes.All, route => Assert.NotNull(route.Doc));

    [Theory]
    [InlineData("ReadUser", "bearer apiKey")]
    [InlineData("SegmentCall", "writeKey writeKeyHeader")]
    [InlineData("Health", "")]
    public void The_keys_that_a_route_asks_for_are_named(string route, string schemes) =>
        Assert.Equal(schemes, string.Join(' ', Operation(route)["security"]!.AsArray().Select(scheme => scheme!.AsObject().Single().Key)));

    [Fact]
    public void Schemas_are_those_of_the_answers()
    {
        var user = Document["components"]!["schemas"]!["UserView"]!["properties"]!;

        Assert.Equal("string", (string?)user["firstSeen"]!["type"]);
        Assert.Equal("#/components/schemas/UserView", (string?)Operation("ReadUser")["responses"]!["200"]!["content"]!["application/json"]!["schema"]!["$ref"]);
        Assert.Equal("id", (string?)Operation("ReadUser")["parameters"]![0]!["name"]);
    }

    private static JsonNode Operation(string name) =>
        Document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).Select(op => op.Value!).Single(op => (string?)op["operationId"] == name);

    private static IEnumerable<JsonNode> Everything(JsonNode node) => node switch
    {
        JsonObject properties => [node, .. properties.Select(p => p.Value).OfType<JsonNode>().SelectMany(Everything)],
        JsonArray items => [node, .. items.OfType<JsonNode>().SelectMany(Everything)],
        _ => [node],
    };
}
