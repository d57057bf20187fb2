using NodaTime;
using UserOps.Domain.Messages;

namespace UserOps.Tests.Messages;

public sealed class PastResponseTests
{
    private static readonly DateTimeOffset Midnight = new(2026, 7, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Whoever_never_answered_prefers_nothing()
    {
        var past = Past(Sent("email", 9), Sent("sms", 10));

        Assert.Equal((null, null, null), (past.Channel, past.Hour, past.LastAnswered));
        Assert.Equal(new ChannelFacts(null, 1), past.On("email"));
        Assert.Equal("sms", past.LastSent!.Channel);
    }

    [Fact]
    public void The_channel_that_is_answered_best_is_preferred_not_the_one_that_is_used_most()
    {
        var past = Past(
            Sent("email", 1, clicked: 2), Sent("email", 3, clicked: 4), Sent("email", 5), Sent("email", 6), Sent("email", 7), Sent("email", 8),
            Sent("push", 9, opened: 10), Sent("sms", 11));

        Assert.Equal("push", past.Channel);
    }

    [Fact]
    public void The_hour_is_of_the_persons_own_clock_and_its_neighbours_count_too()
    {
        // 21, 22 and 23 o'clock beat two answers at 8 in Tokyo, nine hours ahead.
        var past = Past(DateTimeZoneProviders.Tzdb["Asia/Tokyo"], Sent("email", 0, clicked: 12), Sent("email", 0, clicked: 13), Sent("email", 0, clicked: 14), Sent("email", 0, clicked: 23), Sent("email", 0, clicked: 23.5));

        Assert.Equal(22, past.Hour);
    }

    [Fact]
    public void An_hour_around_midnight_is_one()
    {
        Assert.Equal(0, Past(Sent("email", 0, clicked: 23.1), Sent("email", 0, clicked: 24.2), Sent("email", 0, clicked: 25.3)).Hour);
    }

    [Fact]
    public void Two_answers_tell_no_hour() => Assert.Null(Past(Sent("email", 0, clicked: 1), Sent("email", 0, opened: 1)).Hour);

    [Fact]
    public void The_first_sign_of_a_message_is_its_answer_and_what_was_never_accepted_counts_for_nothing()
    {
        var past = Past(Sent("email", 0, opened: 5, clicked: 2), Sent("email", 1, opened: 3), Sent("email", 9) with { State = MessageState.Skipped });

        Assert.Equal(Midnight.AddHours(3), PastResponse.AnsweredAt(past.LastAnswered!));
        Assert.Equal(new ChannelFacts(null, 2, 2), past.On("email"));
        Assert.Equal(Midnight.AddHours(1), PastResponse.SentAt(past.LastSent!));
    }

    private static PastResponse Past(params MessageEntry[] entries) => Past(DateTimeZone.Utc, entries);

    /// <summary>In any order they come to the same.</summary>
    private static PastResponse Past(DateTimeZone zone, params MessageEntry[] entries)
    {
        var past = entries.Aggregate(PastResponse.None, (all, entry) => all.With(entry, zone));
        var back = entries.Reverse().Aggregate(PastResponse.None, (all, entry) => all.With(entry, zone));
        Assert.Equal((past.Channel, past.Hour), (back.Channel, back.Hour));
        return past;
    }

    private static MessageEntry Sent(string channel, double hour, double? opened = null, double? clicked = null) => new()
    {
        Run = "r",
        Step = "s",
        Occurrence = 1,
        Journey = "j",
        Version = 1,
        State = MessageState.Accepted,
        At = Midnight.AddHours(hour),
        OperationId = Guid.Empty,
        Template = "t",
        Purpose = "marketing",
        Channel = channel,
        OpenedAt = opened is { } seen ? Midnight.AddHours(seen) : null,
        ClickedAt = clicked is { } at ? Midnight.AddHours(at) : null,
    };
}
