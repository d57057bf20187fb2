namespace UserOps.Domain.Journeys;

/// <summary>The list of steps: first who is there under which id, since steps name later ones; then each; then where all of it leads.</summary>
internal static class StepListReader
{
    public static IReadOnlyList<Step> Read(JsonFields journey, string? key, Reading reading)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var outlines = journey.List("steps", 1, JourneyLimits.Steps, "write a list of steps").Select(item => Outline(item, ids, reading)).ToList();
        var steps = new List<Step>(outlines.Count);
        for (var i = 0; i < outlines.Count; i++)
        {
            if (outlines[i] is { Fields: { } fields, Type: { } type } outline)
            {
                fields.Allow(["id", "type", .. StepForms.Properties[type]]);
                var step = new StepFields(fields, outline, i + 1 < outlines.Count ? outlines[i + 1] : null, ids, reading);
                steps.Add(StepReader.Read(step, type, key) with { Id = outline.Id ?? "", Next = step.Next });
            }
        }

        reading.Mistakes.AddRange(StepGraph.Check(outlines));
        return steps;
    }

    private static StepOutline Outline((System.Text.Json.JsonElement Json, string At) item, HashSet<string> ids, Reading reading)
    {
        var fields = JsonFields.Of(item.Json, item.At, "A step", reading.Mistakes);
        var id = fields?.Key("id", JourneyLimits.StepIdLength, "write a name of its own for the step");
        var type = fields?.Text("type", JourneyLimits.NameLength, $"write one of {string.Join(", ", StepForms.Properties.Keys)}");
        if (type is not null && !StepForms.Properties.ContainsKey(type))
        {
            fields!.Wrong("type", NearestName.Of(type, StepForms.Properties.Keys) is { } near
                ? $"There is no step of type '{Shown.Of(type)}'; did you mean '{near}'?"
                : $"There is no step of type '{Shown.Of(type)}'; there is {string.Join(", ", StepForms.Properties.Keys)}.");
            type = null;
        }

        if (id == Reserved.End)
        {
            fields!.Wrong("id", $"'{Reserved.End}' means that the run ends; give the step another id.");
            id = null;
        }
        else if (id is not null && !ids.Add(id))
        {
            fields!.Wrong("id", $"Another step is called '{id}' too; give each an id of its own.");
            id = null;
        }

        return new() { At = item.At, Fields = fields, Id = id, Type = type, Broken = id is null || type is null };
    }
}
