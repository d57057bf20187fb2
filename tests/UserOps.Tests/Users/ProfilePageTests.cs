using UserOps.Application.Messages.Sending;
using UserOps.Application.Storage;
using UserOps.Application.Scoring;
using UserOps.Domain.Messages;
using UserOps.Tests.Journeys.Control;

namespace UserOps.Tests.Users;

public sealed class ProfilePageTests : IAsyncLifetime
{
    private RunningHost _host = null!;

    public async Task InitializeAsync() => _host = await RunningHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Stages_are_remembered_in_the_order_of_the_days_that_were_scored()
    {
        var world = _host.Trip.World;
        await world.ApplyAsync(Said.Order("o", Said.User("ann"), "o1", 0, Said.Placed(0), Said.Total(0, 900)));
        foreach (var days in new[] { 10, 100, 300 })
        {
            _host.Trip.Clock.Advance(Said.Start.AddDays(days) - _host.Trip.Now);
            await world.Get<ScoreUsers>().RunAsync(DateOnly.FromDateTime(_host.Trip.Now.UtcDateTime), null, default);
            await world.DrainAsync();
        }

        var history = (await _host.GetAsync("/api/users/ann")).Body.GetProperty("stageHistory").EnumerateArray().Select(one => $"{one.GetProperty("from").GetString()}>{one.GetProperty("to").GetString()}");
        Assert.Equal(["new>dormant", "dormant>churned"], history);
    }

    [Fact]
    public async Task Segments_preferred_channel_and_hour_and_the_last_touch_are_shown()
    {
        await _host.PeopleAsync(1);
        await _host.Trip.World.ApplyAsync(Said.Identify("where", Said.User("u0"), 0, ("timezone", "Asia/Tokyo")) with { OccurredAt = _host.Trip.Now });
        await _host.PutAsync("/api/segments/known", """{"key":"known","name":"Known","kind":"dynamic","where":{"field":"user.hasEmail","op":"is","value":true}}""");
        await _host.PostAsync("/api/segments/known/publish");
        _host.Trip.Clock.Advance(TimeSpan.FromMinutes(1));
        await _host.WorkAsync();
        var user = (await _host.Trip.World.ProfileAsync("u0"))!.Key;
        for (var i = 0; i < 3; i++)
        {
            await _host.Trip.World.Store.CommitAsync(user, [new Change.Insert(MessageRow.Write(Clicked(i))) { Key = MessageRow.Key(Clicked(i)) }], default);
        }

        var page = (await _host.GetAsync("/api/users/u0")).Body;
        Assert.Equal("known", page.GetProperty("segments")[0].GetProperty("segment").GetString());
        var contact = page.GetProperty("contact");
        Assert.Equal(("email", 21, "Asia/Tokyo"), (contact.GetProperty("preferredChannel").GetString(), contact.GetProperty("preferredHour").GetInt32(), contact.GetProperty("timeZone").GetString()));
        Assert.Equal(3, contact.GetProperty("channels").GetProperty("email").GetProperty("answered").GetInt32());
        Assert.Equal(Said.Start.AddDays(2), contact.GetProperty("lastSent").GetProperty("at").GetDateTimeOffset());
        Assert.Equal("welcome", contact.GetProperty("lastAnswered").GetProperty("journey").GetString());
    }

    [Fact]
    public async Task Of_somebody_who_was_never_written_to_nothing_is_made_up()
    {
        await _host.PeopleAsync(1);

        var page = (await _host.GetAsync("/api/users/u0")).Body;
        Assert.Equal(0, page.GetProperty("stageHistory").GetArrayLength());
        Assert.False(page.GetProperty("contact").TryGetProperty("preferredHour", out var hour) && hour.ValueKind != System.Text.Json.JsonValueKind.Null);
        Assert.False(page.GetProperty("contact").TryGetProperty("lastSent", out var sent) && sent.ValueKind != System.Text.Json.JsonValueKind.Null);
    }

    private static MessageEntry Clicked(int day) => new()
    {
        Run = $"r{day}",
        Step = "hello",
        Occurrence = 1,
        Journey = "welcome",
        Version = 1,
        State = MessageState.Accepted,
        At = Said.Start.AddDays(day),
        OperationId = Guid.Empty,
        Template = "hello",
        Purpose = "marketing",
        Channel = "email",
        ClickedAt = Said.Start.AddDays(day),
    };
}
