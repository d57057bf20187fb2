using System.Text.Json;
using UserOps.Domain.Journeys;

namespace UserOps.Tests.Journeys;

/// <summary>The schema and the reader know the same steps and the same properties of each.</summary>
public sealed class JourneySchemaTests
{
    private static readonly JsonElement Definitions = SchemaCheck.Journeys.Schema.GetProperty("$defs");

    [Fact]
    public void It_has_the_types_of_steps_that_the_reader_knows()
    {
        var listed = Definitions.GetProperty("step").GetProperty("oneOf").EnumerateArray()
            .Select(step => step.GetProperty("$ref").GetString()!["#/$defs/".Length..])
            .Select(name => (Name: name, Type: Definitions.GetProperty(name).GetProperty("properties").GetProperty("type").GetProperty("const").GetString()!))
            .ToList();

        Assert.All(listed, step => Assert.Equal(step.Name, step.Type));
        Assert.Equal(StepForms.Properties.Keys.Order(), listed.Select(step => step.Type).Order());
    }

    [Fact]
    public void Each_step_has_the_properties_that_the_reader_knows() => Assert.All(
        StepForms.Properties,
        step => Assert.Equal(new[] { "id", "type" }.Concat(step.Value).Order(), Names(Definitions.GetProperty(step.Key))));

    [Fact]
    public void The_journey_has_the_properties_that_the_reader_knows() => Assert.Equal(JourneyReader.Properties.Order(), Names(SchemaCheck.Journeys.Schema));

    [Fact]
    public void Maps_and_reserved_keys_are_those_of_the_reader()
    {
        Assert.Equal(EntryReader.MapNames.Order(), Definitions.GetProperty("map").GetProperty("enum").EnumerateArray().Select(name => name.GetString()).Order());
        Assert.Equal(
            Reserved.Keys,
            SchemaCheck.Journeys.Schema.GetProperty("properties").GetProperty("key").GetProperty("not").GetProperty("enum").EnumerateArray().Select(name => name.GetString()));
    }

    private static IEnumerable<string> Names(JsonElement schema) => schema.GetProperty("properties").EnumerateObject().Select(property => property.Name).Order();
}
