using System.Text.Json;
using UserOps.Application.Events;
using UserOps.Application.Events.Rejections;
using UserOps.Application.Queues;
using UserOps.Domain.Events;
using static UserOps.Tests.Said;

namespace UserOps.Tests.Events;

/// <summary>From an answer of 2xx to the user's rows.</summary>
public sealed class QueuedEventsTests
{
    private readonly ManualClock _clock = new();
    private readonly World _world;

    public QueuedEventsTests() => _world = new(clock: _clock);

    [Fact]
    public async Task A_batch_travels_in_few_messages_and_each_users_events_together()
    {
        UserEvent[] batch = [.. Enumerable.Range(0, 500).Select(i => Large(Track($"k{i}", User($"u{i % 10}"), i), 1_000))];
        await _world.AcceptAsync(batch);

        Assert.All(_world.Queue.Pending, message => Assert.InRange(message.Body.Length, 1, QueueMessage.MaxBytes));
        Assert.InRange(_world.Queue.Pending.Count, 10, 16);
        var order = _world.Queue.Pending.SelectMany(m => QueueEnvelope.Read(m.Body).Events).Select(json => IncomingEvent.Read(json).Event.Identity.UserId!).ToArray();
        Assert.Equal(10, order.Where((user, i) => i == 0 || order[i - 1] != user).Count());

        await _world.DrainAsync();
        Assert.Equal(10, _world.Profiles().Count);
        Assert.All(_world.Profiles(), profile => Assert.Equal(50, profile.Seq));
    }

    [Fact]
    public async Task An_event_larger_than_a_message_is_stored_first_and_leaves_nothing_behind()
    {
        await _world.AcceptAsync(Large(Track("big", User("ann")), 300_000));
        Assert.Single(Inbox());
        Assert.InRange(Assert.Single(_world.Queue.Pending).Body.Length, 1, 200);

        await _world.DrainAsync();
        Assert.Empty(Inbox());
        Assert.Equal(300_000, _world.EventsOf(Assert.Single(_world.Profiles())).Single().Properties!.Value.GetProperty("text").GetString()!.Length);
    }

    [Fact]
    public async Task A_stored_event_whose_message_was_never_sent_is_found_again()
    {
        _world.Queue.Before = _ => throw new TimeoutException();
        await Assert.ThrowsAsync<TimeoutException>(() => _world.AcceptAsync(Large(Track("big", User("ann")) with { ReceivedAt = _clock.GetUtcNow() }, 300_000)));
        _world.Queue.Before = null;

        await _world.Get<SweepInbox>().RunOnceAsync(default);
        Assert.Empty(_world.Queue.Pending);

        _clock.Advance(SweepInbox.Age + TimeSpan.FromMinutes(1));
        Assert.Equal(_clock.GetUtcNow() + SweepInbox.Age, await _world.Get<SweepInbox>().RunOnceAsync(default));
        await _world.Get<SweepInbox>().RunOnceAsync(default);
        Assert.Single(_world.Queue.Pending);
        await _world.DrainAsync();
        Assert.Equal(1, Assert.Single(_world.Profiles()).Seq);
        Assert.Empty(Inbox());
    }

    [Fact]
    public async Task Delivered_twice_counts_once_and_with_another_content_is_counted_as_such()
    {
        var said = Track("k", User("ann"));
        var other = said with { ContentHash = 7 };
        await _world.AcceptAsync(said);
        await _world.AcceptAsync(said);
        await _world.AcceptAsync(other);
        await _world.AcceptAsync(other);
        for (var seed = 0; seed < 2; seed++)
        {
            await _world.DrainAsync(seed);
        }

        var profile = Assert.Single(_world.Profiles());
        Assert.Equal(1, profile.Seq);
        Assert.Equal(1, profile.ReusedKeys);
    }

    [Fact]
    public async Task Events_of_our_own_follow_a_user_who_was_merged_meanwhile()
    {
        await _world.ApplyEachAsync([Track("1", Guest("a@mail.example")), Track("2", Customer("7"), 1)]);
        var guest = await _world.ProfileAsync("email:a@mail.example");
        await _world.Get<IAcceptEvents>().ToUsersAsync([new(guest!.Key, Track("told", new(), 2) with { Source = "scoring" })], default);
        await _world.ApplyAsync(Identify("3", Customer("7", "a@mail.example"), 3));
        await _world.DrainAsync();

        Assert.Equal(["1", "2", "told", "3"], _world.EventsOf(Assert.Single(_world.Profiles())).Select(e => e.DedupeKey));
    }

    [Fact]
    public async Task One_users_failure_holds_up_nobody_else_of_the_message()
    {
        await _world.AcceptAsync([.. Enumerable.Range(0, 20).Select(i => Track($"k{i}", User($"u{i}")))]);
        var broken = _world.Get<UserOps.Application.Users.UserKeys>().Of(UserOps.Domain.Users.Identifier.User("u3"));
        _world.Store.Before = operation => operation.Partition.Value == broken ? throw new TimeoutException() : Task.CompletedTask;
        var message = Assert.Single(_world.Queue.Pending);

        await Assert.ThrowsAsync<TimeoutException>(() => _world.Get<HandleMessage>().RunAsync(message.Body, default));
        Assert.Equal(19, _world.Profiles().Count);
        _world.Store.Before = null;
        await _world.DrainAsync();
        Assert.All(_world.Profiles(), profile => Assert.Equal(1, profile.Seq));
        Assert.Equal(20, _world.Profiles().Count);
    }

    [Fact]
    public async Task Refused_events_are_kept_before_anything_is_answered()
    {
        await _world.Get<IAcceptEvents>().RunAsync([], [new("shop", 3, "batch[3].userId", "must be a string.", "{}")], default);

        var kept = Assert.Single((await _world.Get<RejectedEvents>().ListAsync(null, null, 10, default)).Rejected);
        Assert.Equal("batch[3].userId", kept.Field);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"v":1,"events":[]}""")]
    [InlineData("""{"v":2,"events":[{}]}""")]
    [InlineData("""{"v":1,"to":["u~a"],"events":[{},{}]}""")]
    public void A_message_of_another_form_is_refused(string body) =>
        Assert.Throws<InvalidDataException>(() => QueueEnvelope.Read(System.Text.Encoding.UTF8.GetBytes(body)));

    private IEnumerable<UserOps.Application.Storage.Row> Inbox() => _world.Store.Rows.Where(row => row.Partition.Value == InboxRow.Partition);

    private static UserEvent Large(UserEvent said, int length) =>
        said with { Properties = JsonSerializer.SerializeToElement(new { text = new string('x', length) }) };
}
