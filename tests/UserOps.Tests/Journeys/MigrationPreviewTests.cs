using System.Text;
using UserOps.Domain.Journeys;

namespace UserOps.Tests.Journeys;

public sealed class MigrationPreviewTests
{
    private static readonly JourneyDefinition Old = Read(
        """{"id":"welcome","type":"send","channel":"email","template":"t"},{"id":"rest","type":"wait","for":"P1D"},{"id":"nudge","type":"send","channel":"email","template":"t"}""");

    private static readonly JourneyDefinition New = Read("""{"id":"welcome","type":"wait","for":"P1D"},{"id":"rest","type":"wait","for":"P3D"},{"id":"thanks","type":"exit"}""");

    [Fact]
    public void Everybody_is_told_for()
    {
        var preview = Preview([("nudge", "thanks"), ("rest", "end")], ("welcome", 10), ("rest", 700), ("nudge", 290));

        Assert.Empty(preview.Mistakes);
        Assert.Equal(
            [new("welcome", "welcome", 10, false, true), new("rest", null, 700, true, false), new("nudge", "thanks", 290, true, true)],
            preview.Moves);
        Assert.Equal((10, 290, 700), (preview.Staying, preview.Moving, preview.Ending));
    }

    [Fact]
    public void People_at_a_step_that_is_gone_must_be_sent_somewhere()
    {
        var mistake = Assert.Single(Preview([], ("nudge", 3)).Mistakes);

        Assert.Equal("/nudge", mistake.At);
        Assert.Contains("(3)", mistake.What, StringComparison.Ordinal);
        Assert.Empty(Preview([], ("rest", 3)).Mistakes);
    }

    [Fact]
    public void A_mapping_names_steps_that_there_are() => Assert.Equal(
        [("/nudge", "did you mean 'thanks'?"), ("/reset", "did you mean 'rest'?")],
        Preview([("reset", "thanks"), ("nudge", "thank")]).Mistakes.Select(mistake => (mistake.At, mistake.What[mistake.What.IndexOf("did", StringComparison.Ordinal)..])));

    [Fact]
    public void People_where_no_step_ever_was_are_a_bug() => Assert.Throws<ArgumentException>(() => Preview([], ("nowhere", 1)));

    private static MigrationPreview Preview((string From, string To)[] mapping, params (string Step, int People)[] people) => MigrationPreview.Of(
        Old, New, mapping.ToDictionary(m => m.From, m => m.To), people.ToDictionary(p => p.Step, p => p.People));

    private static JourneyDefinition Read(string steps) => ((JourneyReading.Of)JourneyReader.Read(
        Encoding.UTF8.GetBytes($$"""{"key":"j","name":"j","entry":"manual","steps":[{{steps}}]}"""), ConditionForm.Full.Read)).Journey;
}
