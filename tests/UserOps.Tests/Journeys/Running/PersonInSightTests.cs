using System.Text;
using UserOps.Application.Journeys;
using UserOps.Application.Journeys.Running;
using UserOps.Application.Messages.Sending;
using UserOps.Domain.Journeys;
using UserOps.Domain.Messages;
using UserOps.Domain.Segments;
using UserOps.Tests.Segments;

namespace UserOps.Tests.Journeys.Running;

public sealed class PersonInSightTests
{
    private const string Halved = """
        {"key": "halved", "name": "Halved", "entry": {"event": "Signed Up"}, "holdOut": 50, "steps": [{"id": "pause", "type": "wait", "for": "P2D"}]}
        """;

    private readonly Trip _trip = new();

    [Fact]
    public async Task Messages_are_read_where_a_condition_asks_for_them_and_else_not()
    {
        await _trip.SayAsync("ann", "Signed Up");
        var profile = (await _trip.World.ProfileAsync("user:ann"))!;
        await _trip.World.Get<MessageRows>().InsertAsync(profile.Key, Message(), default);

        Assert.True(await HoldsAsync("ann", """{"message": "clicked", "journey": "welcome", "within": "P7D"}"""));
        Assert.False(await HoldsAsync("ann", """{"message": "clicked", "template": "other"}"""));
        Assert.Single((await FactsAsync("ann", """{"message": "sent"}""")).Messages);
        Assert.Empty((await FactsAsync("ann", """{"journey": "welcome", "state": "inside"}""")).Messages);
    }

    [Fact]
    public async Task Who_is_inside_who_came_out_and_who_is_held_out_is_told_by_the_profile()
    {
        await _trip.PublishAsync(Halved);
        var people = Enumerable.Range(0, 12).Select(i => $"p{i}").ToArray();
        var heldOut = new Dictionary<string, bool>();
        foreach (var user in people)
        {
            await _trip.SayAsync(user, "Signed Up");
            heldOut[user] = (await _trip.OnlyRunAsync(user)).HoldOut;
            Assert.True(await HoldsAsync(user, """{"journey": "halved", "state": "inside"}"""));
        }

        Assert.Equal(2, heldOut.Values.Distinct().Count());
        await _trip.PassAsync(TimeSpan.FromDays(3));
        foreach (var user in people)
        {
            Assert.False(await HoldsAsync(user, """{"journey": "halved", "state": "inside"}"""));
            Assert.True(await HoldsAsync(user, """{"journey": "halved", "state": "ended", "within": "P2D"}"""));
            Assert.Equal(heldOut[user], await HoldsAsync(user, """{"journey": "halved", "state": "held-out"}"""));
        }
    }

    [Fact]
    public async Task Conditions_may_name_a_journey_that_was_archived_but_none_that_there_never_was()
    {
        await _trip.PublishAsync(Halved);
        await _trip.World.Get<ArchiveJourney>().RunAsync("halved", default);

        Assert.Empty(await MistakesAsync("halved"));
        Assert.Equal(["/audience/journey"], await MistakesAsync("halfed"));
    }

    [Fact]
    public async Task Somebody_who_looked_but_did_not_buy_goes_another_way()
    {
        await _trip.PublishAsync("""
            {"key": "looked", "name": "Looked", "entry": {"event": "Product Viewed"}, "steps": [
              {"id": "pause", "type": "wait", "for": "P4D"},
              {"id": "way", "type": "branch", "cases": [
                {"if": {"sequence": [{"event": "Product Viewed"}, {"event": "Order Completed", "not": true}], "within": "P3D", "since": "P9D"}, "then": "remind"}], "next": "end"},
              {"id": "remind", "type": "tag", "add": ["reminded"]}]}
            """);
        await _trip.SayAsync("ann", "Product Viewed");
        await _trip.SayAsync("bob", "Product Viewed");
        await _trip.PassAsync(TimeSpan.FromDays(1));
        await _trip.SayAsync("bob", "Order Completed");

        await _trip.PassAsync(TimeSpan.FromDays(4));

        Assert.Equal("pause:done, way:case 1, remind:done", await _trip.PathAsync("ann"));
        Assert.Equal("pause:done, way:otherwise", await _trip.PathAsync("bob"));
    }

    private async Task<IEnumerable<string>> MistakesAsync(string journey)
    {
        var draft = $$"""{"key": "k", "name": "n", "entry": "manual", "audience": {"journey": "{{journey}}", "state": "ended"}, "steps": [{"id": "out", "type": "exit"}]}""";
        return await _trip.World.Get<CheckJourney>().RunAsync(Encoding.UTF8.GetBytes(draft), "k", default) is JourneyReading.Wrong { Mistakes: var mistakes } ? mistakes.Select(mistake => mistake.At) : [];
    }

    private async Task<ConditionFacts> FactsAsync(string user, string condition) => await _trip.World.Get<PersonInSight>().RunAsync(
        (await _trip.World.ProfileAsync($"user:{user}"))!, Mentions.Of(Asked.Read(condition)), null, null, _trip.Now, default);

    private async Task<bool> HoldsAsync(string user, string condition) => ConditionEvaluator.Evaluate(Asked.Read(condition), await FactsAsync(user, condition)).Holds;

    private MessageEntry Message() => new()
    {
        Run = "r", Step = "s", Occurrence = 1, Journey = "welcome", Version = 1, State = MessageState.Accepted, At = _trip.Now, OperationId = default, Template = "hello",
        Purpose = MessageNames.Marketing, Channel = MessageNames.Email, ClaimedAt = _trip.Now, ClickedAt = _trip.Now,
    };
}
