using System.Text;
using UserOps.Application.Journeys;
using UserOps.Application.Segments;
using static UserOps.Tests.Segments.Definitions.SegmentShelf;

namespace UserOps.Tests.Segments.Definitions;

public sealed class SegmentUseTests
{
    private readonly World _world = new();

    [Theory]
    [InlineData("""{"enters":"ulm"}""", "")]
    [InlineData("""{"leaves":"ulm"}""", "")]
    [InlineData("\"manual\"", """ "audience":{"not":{"segment":"ulm"}},""")]
    [InlineData("\"manual\"", """ "exit":{"segment":"ulm"},""")]
    public async Task A_journey_that_names_a_segment_keeps_it_from_being_archived(string entry, string rest)
    {
        await _world.PublishAsync("ulm", Ulm);
        Assert.IsType<JourneyPublished.Done>(await JourneyAsync(entry, rest));
        var used = Assert.IsType<SegmentArchived.InUse>(await _world.Get<ArchiveSegment>().RunAsync("ulm", default));
        Assert.Equal(["greet"], used.By.Journeys);
        await _world.Get<ArchiveJourney>().RunAsync("greet", default);
        Assert.IsType<SegmentArchived.Done>(await _world.Get<ArchiveSegment>().RunAsync("ulm", default));
    }

    [Fact]
    public async Task A_journey_cannot_be_published_that_waits_for_people_to_enter_no_segment()
    {
        await _world.PublishAsync("ulm", Ulm);
        var refused = Assert.IsType<JourneyPublished.Refused>(await JourneyAsync("""{"enters":"ulmm"}""", ""));
        Assert.Contains("'ulm'", Assert.Single(refused.Mistakes).What, StringComparison.Ordinal);
    }

    private async Task<JourneyPublished> JourneyAsync(string entry, string rest)
    {
        var document = $$"""{"key":"greet","name":"Greet","entry":{{entry}},{{rest}}"steps":[{"id":"mark","type":"tag","add":["met"]}]}""";
        await _world.Get<SaveJourney>().RunAsync("greet", Encoding.UTF8.GetBytes(document), null, default);
        return await _world.Get<PublishJourney>().RunAsync("greet", null, default);
    }
}
