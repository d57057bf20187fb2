using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using UserOps.Domain.Segments;

namespace UserOps.Tests.Segments;

public class ConditionSchemaTests
{
    private static readonly JsonElement Root = JsonSerializer.SerializeToElement(new JsonObject
    {
        ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
        ["$defs"] = ConditionSchema.Definitions(),
    });

    [Theory]
    [InlineData(ConditionSchema.Journey, ConditionScope.Journey)]
    [InlineData(ConditionSchema.Entry, ConditionScope.Entry)]
    [InlineData(ConditionSchema.Segment, ConditionScope.Segment)]
    [InlineData(ConditionSchema.Where, ConditionScope.Where)]
    public void Whatever_the_reader_takes_passes(string name, ConditionScope scope) =>
        Prop.ForAll(ConditionGen.Of(scope).ToArbitrary(), condition => Assert.True(Allows(name, ConditionWriter.ToJson(condition))))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Every_field_goes_with_its_own_operators_only() => Assert.All(FieldCatalog.All, field => Assert.All(OperatorCatalog.All, op =>
    {
        var passing = Values.Select(value => Compared(field, op, value)).Where(json => Allows(ConditionSchema.Journey, json)).ToArray();
        Assert.Equal(field.Operators.Contains(op), passing.Length > 0);
        Assert.All(passing, json => Assert.Equal(
            (field.Scope == ConditionScope.User, field.Scope == ConditionScope.Event, field.Scope != ConditionScope.Variables),
            (Allows(ConditionSchema.Segment, json), Allows(ConditionSchema.Where, json), Allows(ConditionSchema.Entry, json))));
    }));

    [Fact]
    public void Every_value_is_allowed_by_both_or_by_neither() => Assert.All(FieldCatalog.All, field => Assert.All(field.Operators, op => Assert.All(Values, value =>
    {
        var json = Compared(field, op, value);
        Assert.Equal(ConditionReader.Read(json, "", ConditionScope.Journey, []) is not null, Allows(ConditionSchema.Journey, json));
    })));

    [Theory]
    [InlineData("""{"all": []}""")]
    [InlineData("""{"and": []}""")]
    [InlineData("""{"field": "order.count", "op": "is", "value": 1}""")]
    [InlineData("""{"field": "tag", "op": "has", "value": "vip", "x": 1}""")]
    [InlineData("""{"field": "trait.x", "op": "is"}""")]
    [InlineData("""{"sequence": [{"event": "A"}]}""")]
    [InlineData("""{"sequence": [{"event": "A"}, {"event": "B", "not": false}], "within": "P1D"}""")]
    [InlineData("""{"sequence": [{"event": "A"}, {"event": "B", "within": "P1D"}]}""")]
    [InlineData("""{"journey": "welcome"}""")]
    [InlineData("""{"journey": "welcome", "step": "offer", "outcome": ""}""")]
    [InlineData("""{"journey": "welcome", "step": "offer", "state": "ended"}""")]
    [InlineData("""{"journey": "welcome", "state": "inside", "within": "P1D"}""")]
    [InlineData("""{"message": "read"}""")]
    [InlineData("""{"message": "sent", "channel": "E-Mail"}""")]
    [InlineData("""{"field": "consent.email", "op": "is", "value": "granted"}""")]
    [InlineData("""{"event": "Signed Up", "where": {"message": "sent"}}""")]
    [InlineData("""{"segment": "Vip"}""")]
    [InlineData("""{"segment": "vip", "op": "is"}""")]
    [InlineData("""{"event": "Signed Up", "where": {"segment": "vip"}}""")]
    [InlineData("""{"event": "Signed Up", "times": {}}""")]
    [InlineData("""{"event": "Signed Up", "times": {"atLeast": -1}}""")]
    [InlineData("""{"event": "Signed Up", "within": "tomorrow"}""")]
    [InlineData("""{"event": "Signed Up", "where": {"field": "stage", "op": "exists"}}""")]
    [InlineData("""{"event": "Signed Up", "where": {"event": "Signed Up"}}""")]
    public void What_is_malformed_is_refused(string json)
    {
        Assert.False(Allows(ConditionSchema.Journey, Asked.Json(json)));
        Assert.NotEmpty(Asked.Mistakes(json));
    }

    /// <summary>Null stands for none.</summary>
    private static readonly string?[] Values =
    [
        null, "null", "true", "0.25", "[0.25]", "[0, 1]", "\"at-risk\"", "[\"at-risk\"]", "\"high\"", "[\"low\", \"high\"]", "3", "3.5", "6", "\"\"", "\"Ulm\"", "\"granted\"", "[\"denied\", \"unsaid\"]", "\"champions\"", "\"new\"", "\"important-value\"", "\"complaints\"", "[]", "[true]", "[1, 2]", "[\"Ulm\", 3]", "[\"champions\"]", "[\"new\"]", "[\"important-value\"]",
        "\"2026-01-31\"", "\"2026-01-31T10:00:00Z\"", "\"2026-01-31T10:00:00.25+05:30\"", "\"2026-01-31T10:00:00\"",
        "\"P30D\"", "\"P2M3W4D\"", "\"PT12H\"", "\"P1DT1S\"", "\"P\"", "\"PT\"", "\"P1DT\"", "\"P-1D\"", "\"P+1D\"", "\"P1.5D\"", "\"p1d\"", "\"PT1s\"", "{}",
    ];

    private static JsonElement Compared(FieldInfo field, OperatorInfo op, string? value) => Asked.Json(
        $$"""{"field": "{{field.Name}}{{(field.IsPrefix ? field.NameForm?.Example ?? "x" : "")}}", "op": "{{op.Name}}" {{(value is null ? "" : $", \"value\": {value}")}}}""");

    private static bool Allows(string name, JsonElement json) => new SchemaCheck(Root).Allows(Root.GetProperty("$defs").GetProperty(name), json);
}
