using FsCheck;
using FsCheck.Fluent;
using UserOps.Domain.Messages;

namespace UserOps.Tests.Messages;

public sealed class PacerTests
{
    private static readonly DateTimeOffset Noon = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly PacerLimits Provider = new(PerMinute: 30, PerHour: 100);

    private static readonly Gen<PacerLimits> Limits =
        from minute in Gen.Elements<int?>(null, 1, 2, 7)
        from hour in Gen.Elements<int?>(null, 1, 5, 40)
        select new PacerLimits(minute, hour);

    [Fact]
    public void Thirty_a_minute_go_at_once_and_the_next_is_told_when()
    {
        var (state, sent) = Drain(PacerState.Idle, Provider, 30, Noon);

        Assert.All(sent, at => Assert.Equal(Noon, at));
        Assert.Equal(Noon.AddSeconds(61), Assert.IsType<PacerAnswer.NotBefore>(Pacer.Take(state, Provider, Noon)).Instant);
    }

    [Fact]
    public void Nothing_set_holds_nobody_up_and_nothing_allowed_holds_everybody_up()
    {
        Assert.All(Drain(PacerState.Idle, PacerLimits.None, 500, Noon).Sent, at => Assert.Equal(Noon, at));
        Assert.Equal(Noon, Pacer.FinishAt(PacerState.Idle, PacerLimits.None, int.MaxValue, Noon));
        Assert.Null(Assert.IsType<PacerAnswer.NotBefore>(Pacer.Take(PacerState.Idle, new(0), Noon)).Instant);
        Assert.Null(Pacer.FinishAt(PacerState.Idle, new(0), 1, Noon));
        Assert.Equal(new PacerForecast(null, 0, 1), PacerForecast.Of(PacerState.Idle, new(PerHour: 0), [null, Noon], Noon));
    }

    [Fact]
    public void A_429_moves_the_pacer_for_everybody_and_only_forward()
    {
        var state = Pacer.Throttled(Pacer.Throttled(PacerState.Idle, Noon, TimeSpan.FromSeconds(90)), Noon, TimeSpan.FromSeconds(10));

        Assert.Equal(Noon.AddSeconds(90), Assert.IsType<PacerAnswer.NotBefore>(Pacer.Take(state, PacerLimits.None, Noon)).Instant);
        Assert.IsType<PacerAnswer.Allowed>(Pacer.Take(state, PacerLimits.None, Noon.AddSeconds(90)));
        Assert.Equal(Noon.AddSeconds(90), Pacer.FinishAt(state, Provider, 30, Noon));
    }

    [Theory]
    [InlineData(-5, 1)]
    [InlineData(0, 1)]
    [InlineData(1_000_000, 86_400)]
    public void A_pause_is_a_second_at_least_and_a_day_at_most(int asked, int seconds) =>
        Assert.Equal(Noon.AddSeconds(seconds), Pacer.Throttled(PacerState.Idle, Noon, TimeSpan.FromSeconds(asked)).NotBefore);

    [Fact]
    public void No_minute_and_no_hour_wherever_it_begins_holds_more_than_the_provider_takes() =>
        Prop.ForAll((from limits in Limits from gaps in Gen.ListOf(Gen.Choose(0, 90_000)) select (limits, gaps)).ToArbitrary(), x =>
        {
            var (state, now, sent) = (PacerState.Idle, Noon.AddMilliseconds(x.gaps.Count * 37), new List<DateTimeOffset>());
            foreach (var gap in x.gaps)
            {
                now = now.AddMilliseconds(gap);
                (state, var taken) = Drain(state, x.limits, 3, now);
                sent.AddRange(taken);
                now = sent[^1];
            }

            return Most(sent, TimeSpan.FromMinutes(1)) <= (x.limits.PerMinute ?? int.MaxValue)
                && Most(sent, TimeSpan.FromHours(1)) <= (x.limits.PerHour ?? int.MaxValue)
                && state.Minute.Slots.Count <= 61 && state.Hour.Slots.Count <= 61;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_clock_that_goes_back_lets_nothing_more_through() =>
        Assert.IsType<PacerAnswer.NotBefore>(Pacer.Take(Drain(PacerState.Idle, Provider, 30, Noon).State, Provider, Noon.AddSeconds(-30)));

    [Fact]
    public void The_forecast_is_what_then_happens() =>
        Prop.ForAll(
            (from limits in Limits from before in Gen.Choose(0, 60) from later in Gen.Choose(0, 4_000) from count in Gen.Choose(0, 120) from pause in Gen.Choose(0, 300) select (limits, before, later, count, pause))
                .ToArbitrary(),
            x =>
            {
                var state = Pacer.Throttled(Drain(PacerState.Idle, x.limits, x.before, Noon).State, Noon, TimeSpan.FromSeconds(x.pause));
                var now = Noon.AddSeconds(x.later);
                var sent = Drain(state, x.limits, x.count, now).Sent;
                var deadlines = sent.Select((at, i) => i % 3 == 0 ? (DateTimeOffset?)null : at).ToList();
                return Pacer.FinishAt(state, x.limits, x.count, now) == (sent.Count > 0 ? sent[^1] : now)
                    && PacerForecast.Of(state, x.limits, deadlines, now) == new PacerForecast(sent.Count > 0 ? sent[^1] : null, x.count, 0);
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void Ten_thousand_mails_at_a_hundred_an_hour_take_a_hundred_hours()
    {
        var finish = Pacer.FinishAt(PacerState.Idle, Provider, 10_000, Noon)!.Value;

        // Counting in sixtieths makes it up to a sixtieth slower.
        Assert.InRange(finish, Noon.AddHours(99), Noon.AddHours(99 * 61 / 60.0 + 1));
    }

    [Fact]
    public void What_would_be_too_old_by_its_turn_is_counted_and_takes_no_turn()
    {
        var day = Enumerable.Repeat((DateTimeOffset?)Noon.AddHours(3), 1_000).Append(null).ToList();
        var forecast = PacerForecast.Of(PacerState.Idle, Provider, day, Noon);

        Assert.Equal((1_001, 300 + 1), (forecast.Sent + forecast.Expired, forecast.Sent));
        Assert.InRange(forecast.FinishAt!.Value, Noon.AddHours(3), Noon.AddHours(4));
        Assert.Equal(new PacerForecast(null, 0, 2), PacerForecast.Of(PacerState.Idle, Provider, [Noon.AddSeconds(-1), Noon.AddDays(-1)], Noon));
    }

    private static (PacerState State, List<DateTimeOffset> Sent) Drain(PacerState state, PacerLimits limits, int count, DateTimeOffset now)
    {
        var sent = new List<DateTimeOffset>();
        while (sent.Count < count)
        {
            switch (Pacer.Take(state, limits, now))
            {
                case PacerAnswer.Allowed allowed:
                    state = allowed.State;
                    sent.Add(now);
                    break;
                case PacerAnswer.NotBefore later:
                    Assert.True(later.Instant > now);
                    now = later.Instant!.Value;
                    break;
            }
        }

        return (state, sent);
    }

    private static int Most(List<DateTimeOffset> sent, TimeSpan length) =>
        sent.Count == 0 ? 0 : sent.Max(first => sent.Count(at => at >= first && at < first + length));
}
