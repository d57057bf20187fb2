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

    [Theory]
    [InlineData("""{"journey":"welcom","state":"inside"}""", "/where/journey", "did you mean 'welcome'")]
    [InlineData("""{"journey":"welcom","step":"hello"}""", "/where/journey", "There is no journey 'welcom'")]
    public async Task A_journey_that_there_never_was_is_told_before_anybody_waits_for_people(string where, string at, string what)
    {
        var trip = new UserOps.Tests.Journeys.Running.Trip();
        await trip.PublishAsync("""{"key":"welcome","name":"Welcome","entry":"manual","steps":[{"id":"hello","type":"tag","add":["met"]}]}""");

        var mistake = Assert.Single(await trip.World.RefusedAsync("met", where));

        Assert.Equal(at, mistake.At);
        Assert.Contains(what, mistake.What, StringComparison.Ordinal);
    }
}
