using UserOps.Domain.Messages;

namespace UserOps.Tests.Messages;

public sealed class PacerLineTests
{
    private static readonly DateTimeOffset Noon = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly PacerLimits Provider = new(PerMinute: 30, PerHour: 100);

    [Fact]
    public void Ten_thousand_behind_a_hundred_an_hour_wake_up_once_each_and_end_when_the_forecast_says()
    {
        var crowd = new PacerCrowd(Provider, seed: 1, lateness: TimeSpan.Zero);
        crowd.Arrive(10_000, Noon);

        crowd.Run();

        Assert.Equal(Pacer.FinishAt(PacerState.Idle, Provider, 10_000, Noon), crowd.Sent.Max());
        Assert.Equal(10_000, crowd.Sent.Count);
        Assert.Equal(10_000 - 30, crowd.Wakes);
        crowd.AssertPace();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Alarms_that_ring_up_to_two_minutes_late_cost_few_more(int seed)
    {
        var crowd = new PacerCrowd(Provider, seed, TimeSpan.FromMinutes(2));
        crowd.Arrive(3_000, Noon);

        crowd.Run();

        Assert.Equal(3_000, crowd.Sent.Count);
        Assert.True(crowd.Wakes < 2 * 3_000, $"{crowd.Wakes} wake-ups");
        Assert.True(crowd.Sent.Max() < Pacer.FinishAt(PacerState.Idle, Provider, 3_000, Noon) + TimeSpan.FromHours(3), $"{crowd.Sent.Max()}");
        crowd.AssertPace();
    }

    [Fact]
    public void A_pause_of_an_hour_makes_nobody_wait_for_the_end_of_the_line()
    {
        var crowd = new PacerCrowd(Provider, seed: 3, TimeSpan.FromSeconds(20));
        crowd.Arrive(2_000, Noon);
        crowd.ThrottleAt(Noon.AddHours(3), TimeSpan.FromHours(1));

        crowd.Run();

        Assert.Equal(2_000, crowd.Sent.Count);
        Assert.DoesNotContain(crowd.Sent, at => at > Noon.AddHours(3.1) && at < Noon.AddHours(4));
        Assert.True(crowd.Wakes < 3 * 2_000, $"{crowd.Wakes} wake-ups");
        Assert.True(crowd.LongestAfterPlace < TimeSpan.FromHours(4), $"{crowd.LongestAfterPlace} after the first place");
        crowd.AssertPace();
    }

    [Fact]
    public void A_receipt_does_not_wait_for_a_campaign()
    {
        var crowd = new PacerCrowd(Provider, seed: 4, TimeSpan.FromSeconds(5));
        crowd.Arrive(1_000, Noon);

        var (line, place) = (crowd.Line, Noon.AddSeconds(1));
        for (LineAnswer answer = line.Take(Provider, place, called: false, urgent: true, null); answer is LineAnswer.Wait wait; answer = line.Take(Provider, place, called: true, urgent: true, null))
        {
            (line, place) = (wait.Line, wait.Place!.Value);
        }

        Assert.True(place <= Noon.AddMinutes(2), $"{place}");
    }

    [Fact]
    public void A_line_whose_people_are_gone_holds_nobody_up()
    {
        var crowd = new PacerCrowd(Provider, seed: 5, TimeSpan.Zero);
        crowd.Arrive(1_000, Noon);

        var line = crowd.Line;
        Assert.IsType<LineAnswer.Wait>(line.Take(Provider, Noon.AddMinutes(3), called: false, urgent: false, null));
        Assert.IsType<LineAnswer.Go>(line.Take(Provider, Noon.AddMinutes(1).AddSeconds(1) + PacerLine.Grace, called: false, urgent: false, null));
    }

    [Fact]
    public void A_place_after_the_deadline_is_left_to_others()
    {
        var crowd = new PacerCrowd(Provider, seed: 6, TimeSpan.Zero);
        crowd.Arrive(500, Noon);

        var answer = Assert.IsType<LineAnswer.Wait>(crowd.Line.Take(Provider, Noon.AddSeconds(1), called: false, urgent: false, Noon.AddHours(1)));

        Assert.True(answer.Place > Noon.AddHours(1));
        Assert.Same(crowd.Line, answer.Line);
    }
}
