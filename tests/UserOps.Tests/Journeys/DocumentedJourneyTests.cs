using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using UserOps.Domain.Journeys;

namespace UserOps.Tests.Journeys;

/// <summary>What docs/journeys.md shows is what the reader takes.</summary>
public sealed partial class DocumentedJourneyTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Checkout.Root, "docs", "journeys.md"));

    [Fact]
    public void The_example_is_right()
    {
        var example = Example().Match(Page).Groups[1].Value;

        var journey = Assert.IsType<JourneyReading.Of>(JourneyReader.Read(Encoding.UTF8.GetBytes(example), ConditionForm.Full.Read)).Journey;
        Assert.Empty(SchemaCheck.Journeys.Faults(JsonDocument.Parse(example).RootElement));
        Assert.Equal("nudge", Assert.IsType<Step.Split>(journey.StepOf("offer")).Arms[1].Then);
        Assert.Equal(("thanks", null), (journey.StepOf("after-nudge").Next, ((Step.WaitForEvent)journey.StepOf("after-nudge")).OnTimeout));
    }

    [Fact]
    public void The_table_lists_every_step_and_property()
    {
        var rows = Page.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('|')).ToLookup(cells => cells[1].Trim(' ', '`'));

        Assert.All(JourneyReader.Properties, name => Assert.True(rows.Contains(name), name));
        Assert.All(StepForms.Properties, step => Assert.All(
            step.Value, name => Assert.Contains(rows[step.Key], row => string.Join('|', row).Contains($"`{name}`", StringComparison.Ordinal))));
    }

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
