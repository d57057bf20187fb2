using UserOps.Domain.Segments;

namespace UserOps.Domain.Journeys;

/// <summary>Steps from which several ways lead on.</summary>
internal static class WayReader
{
    public static Step Branch(StepFields step)
    {
        var cases = new List<BranchCase>();
        foreach (var (json, at) in step.Fields.List("cases", 1, JourneyLimits.Ways, "write a list of {\"if\": …, \"then\": …}"))
        {
            if (JsonFields.Of(json, at, "A case", step.Reading.Mistakes) is { } given)
            {
                given.Allow("if", "then");
                var condition = step.Reading.Condition(given, "if", ConditionUse.Run, "write a condition");
                cases.Add(new(condition ?? new Condition.All([]), step.Way(given, "then")));
            }
        }

        return new Step.Branch(cases) { Id = "" };
    }

    public static Step Split(StepFields step)
    {
        var arms = new List<SplitArm>();
        foreach (var (json, at) in step.Fields.List("arms", 2, JourneyLimits.Ways, "write a list of {\"name\": …, \"weight\": …, \"then\": …}"))
        {
            if (JsonFields.Of(json, at, "An arm", step.Reading.Mistakes) is not { } given)
            {
                continue;
            }

            given.Allow("name", "weight", "then");
            var name = given.Key("name", JourneyLimits.StepIdLength, "write a name for the arm");
            if (name is not null && arms.Any(arm => arm.Name == name))
            {
                given.Wrong("name", $"Another arm is called '{name}' too; give each a name of its own.");
            }

            var weight = given.Integer("weight", 1, JourneyLimits.Weight, "write its share of all weights");
            arms.Add(new(name ?? "", weight ?? 1, step.Way(given, "then")));
        }

        return new Step.Split(arms) { Id = "" };
    }
}
