using UserOps.Application.Messages.Engagement;
using UserOps.Application.Messages.Sending;
using UserOps.Application.Segments.Reviews;
using UserOps.Domain.Messages;
using UserOps.Tests.Journeys.Running;
using UserOps.Tests.Segments.Definitions;
using static UserOps.Tests.Said;

namespace UserOps.Tests.Segments.Reviews;

/// <summary>Runs and messages change without an event that a condition would name.</summary>
public sealed class ReviewSoonTests
{
    private const string Rest = """{"key":"rest","name":"Rest","entry":{"event":"Tired"},"steps":[{"id":"nap","type":"wait","for":"P1D"}]}""";

    [Fact]
    public async Task Whoever_comes_into_a_journey_and_out_of_it_is_in_its_segment_seconds_later()
    {
        var trip = new Trip();
        await trip.PublishAsync(Rest);
        await trip.World.PublishAsync("resting", """{"journey":"rest","state":"inside"}""");
        await trip.World.PublishAsync("rested", """{"journey":"rest","state":"ended"}""");
        await trip.SayAsync("ann", "Tired");

        await PassAsync(trip, TimeSpan.FromSeconds(20));
        Assert.Equal("resting", await SegmentsAsync(trip));

        await PassAsync(trip, TimeSpan.FromDays(1));
        await PassAsync(trip, TimeSpan.FromSeconds(20));
        Assert.Equal("rested", await SegmentsAsync(trip));
    }

    [Fact]
    public async Task Whoever_goes_through_an_arm_of_a_split_is_in_the_segment_of_it()
    {
        var trip = new Trip();
        await trip.PublishAsync("""
            {"key":"trial","name":"Trial","entry":{"event":"Tired"},"steps":[
              {"id":"nap","type":"wait","for":"P1D"},
              {"id":"cup","type":"split","arms":[{"name":"tea","weight":50,"then":"rest"},{"name":"coffee","weight":50,"then":"rest"}]},
              {"id":"rest","type":"wait","for":"P1D"}]}
            """);
        await trip.World.PublishAsync("tea", """{"journey":"trial","step":"cup","outcome":"tea"}""");
        await trip.World.PublishAsync("coffee", """{"journey":"trial","step":"cup","outcome":"coffee"}""");
        await trip.SayAsync("ann", "Tired");
        await PassAsync(trip, TimeSpan.FromSeconds(20));
        Assert.Equal("", await SegmentsAsync(trip));

        await PassAsync(trip, TimeSpan.FromDays(1));
        await PassAsync(trip, TimeSpan.FromSeconds(20));
        Assert.Equal((await trip.OnlyRunAsync("ann")).Path.Single(left => left.Step == "cup").Outcome, await SegmentsAsync(trip));
    }

    [Fact]
    public async Task Whoever_clicks_is_in_the_segment_of_those_who_clicked_also_when_the_process_dies_with_the_write()
    {
        var town = new Town();
        await town.World.PublishAsync("keen", """{"message":"clicked","within":"P7D"}""");
        await town.World.ApplyAsync(Identify("known", User("ann")));
        var ann = (await town.World.ProfileAsync("ann"))!.Key;
        await town.World.Get<MessageRows>().InsertAsync(ann, Message, default);
        town.World.Store.After = done => done.Changes.Any(change => change.Key == MessageRow.Key(Message)) ? throw new InvalidOperationException("gone") : Task.CompletedTask;
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            town.World.Get<NoteEngagement>().ClickedAsync(ann, MessageRow.Key(Message).Value, new("https://shop.example/"), null, default));
        town.World.Store.After = null;
        Assert.Equal("", await town.SegmentsOfAsync("ann"));

        await town.PassAsync(ReviewSoon.Delay);
        Assert.Equal("keen", await town.SegmentsOfAsync("ann"));
        await town.PassAsync(TimeSpan.FromDays(8));
        Assert.Equal("", await town.SegmentsOfAsync("ann"));
    }

    private static MessageEntry Message { get; } = new()
    {
        Run = "r", Step = "s", Occurrence = 1, Journey = "j", Version = 1, State = MessageState.Accepted, At = Start, OperationId = Guid.Empty, Template = "t", Purpose = "marketing", Channel = "email",
    };

    private static async Task PassAsync(Trip trip, TimeSpan time)
    {
        await trip.PassAsync(time);
        await trip.World.Get<ReviewDueUsers>().UpToNowAsync(default);
        await trip.World.DrainAsync();
    }

    private static async Task<string> SegmentsAsync(Trip trip) => string.Join(' ', ((await trip.World.ProfileAsync("ann"))!.Segments ?? []).Select(one => one.Segment));
}
