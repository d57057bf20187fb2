using UserOps.Application.Events;
using UserOps.Application.Queues;
using static UserOps.Tests.Said;

namespace UserOps.Tests.Events;

public sealed class ExactMessageTests
{
    [Fact]
    public async Task An_event_that_just_fills_a_message_is_queued_and_applied()
    {
        for (var over = -2; over <= 2; over++)
        {
            var world = new World();
            var room = QueueMessage.MaxBytes - QueueEnvelope.Overhead + over;
            var said = Identify("k", User("ann"), 0, ("t", ""));
            said = Identify("k", User("ann"), 0, ("t", new('x', room - IncomingEvent.Of(said).Json.Length)));
            Assert.Equal(room, IncomingEvent.Of(said).Json.Length);
            await world.AcceptAsync(said);
            await world.DrainAsync();
            Assert.Equal(1, (await world.ProfileAsync("ann"))?.Seq);
        }
    }
}
