using UserOps.Application.Journeys;
using UserOps.Tests.Storage;

namespace UserOps.Tests.Journeys.Running;

public sealed class JourneyDoorsTests
{
    [Fact]
    public async Task A_journey_that_is_published_while_the_doors_are_read_is_open_from_the_next_event_on()
    {
        var trip = new Trip();
        await trip.PublishAsync("""{ "key": "before", "name": "Before", "entry": { "event": "Signed In" }, "steps": [ { "id": "t", "type": "tag", "add": ["before"] } ] }""");
        var busy = false;
        trip.World.Store.After = async operation =>
        {
            if (!busy && operation.Kind == StoreOperationKind.Query)
            {
                busy = true;
                await trip.PublishAsync("""{ "key": "new", "name": "New", "entry": { "event": "Signed Up" }, "steps": [ { "id": "t", "type": "tag", "add": ["new"] } ] }""");
            }
        };
        await trip.World.Get<JourneyDoors>().RunAsync(default);
        Assert.True(busy);

        await trip.SayAsync("ann", "Signed Up");

        Assert.Equal("t:done", await trip.PathAsync("ann"));
    }

    [Fact]
    public async Task A_version_that_this_release_cannot_read_keeps_nobody_elses_events_out()
    {
        var trip = new Trip();
        await trip.PublishAsync("""{ "key": "fine", "name": "Fine", "entry": { "event": "Signed Up" }, "steps": [ { "id": "t", "type": "tag", "add": ["fine"] } ] }""");
        await trip.PublishAsync("""{ "key": "later", "name": "Later", "entry": { "event": "Signed Up" }, "steps": [ { "id": "t", "type": "tag", "add": ["later"] } ] }""");
        var rows = trip.World.Get<JourneyRows>();
        var (head, etag) = (await rows.FindAsync("later", default))!.Value;
        Assert.True(await rows.WriteAsync(head with { Version = 2 }, etag, null, """{ "key": "later", "name": "Later", "entry": "manual", "steps": [ { "id": "t", "type": "teleport" } ] }"""u8.ToArray(), default));
        trip.World.Get<JourneyDoors>().Forget();

        await trip.SayAsync("ann", "Signed Up");

        Assert.Equal("t:done", await trip.PathAsync("ann"));
    }
}
