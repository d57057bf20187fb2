using UserOps.Domain.Messages;
using UserOps.Domain.Segments;

namespace UserOps.Tests.Segments;

public class MessagedTests
{
    private static readonly MessageEntry[] Ledger =
    [
        Sent(1, MessageState.Accepted) with { Delivery = "delivered", DeliveryAt = At(1, 5), OpenedAt = At(2, 0), ClickedAt = At(2, 1) },
        Sent(8, MessageState.Accepted) with { Template = "nudge", ClickedAt = At(9, 0) },
        Sent(10, MessageState.Unknown) with { Channel = "sms" },
        Sent(11, MessageState.Accepted) with { Journey = "win-back", Delivery = "bounced", DeliveryAt = At(11, 2) },
        Sent(12, MessageState.Refused),
        Sent(13, MessageState.Skipped) with { ClaimedAt = null },
    ];

    [Theory]
    [InlineData("""{"message": "sent", "times": {"atLeast": 4}}""", true, null)]
    [InlineData("""{"message": "sent", "times": {"atLeast": 5}}""", false, null)]
    [InlineData("""{"message": "sent", "within": "P7D"}""", true, "2026-06-18T00:00:00Z")]
    [InlineData("""{"message": "sent", "times": {"atLeast": 3}, "within": "P7D"}""", true, "2026-06-15T00:00:00Z")]
    [InlineData("""{"message": "sent", "journey": "win-back", "times": {"atLeast": 2}}""", false, null)]
    [InlineData("""{"message": "sent", "template": "nudge"}""", true, null)]
    [InlineData("""{"message": "sent", "channel": "sms", "within": "P10D"}""", true, "2026-06-20T00:00:00Z")]
    [InlineData("""{"message": "sent", "channel": "sms", "template": "nudge"}""", false, null)]
    [InlineData("""{"message": "refused", "within": "P7D"}""", true, "2026-06-19T00:00:00Z")]

    // Whoever clicks has it and has opened it, whatever was told of that.
    [InlineData("""{"message": "delivered", "times": {"atLeast": 2, "atMost": 2}}""", true, null)]
    [InlineData("""{"message": "opened", "times": {"atLeast": 2, "atMost": 2}}""", true, null)]
    [InlineData("""{"message": "clicked", "journey": "welcome", "within": "P7D"}""", true, "2026-06-16T00:00:00Z")]
    [InlineData("""{"message": "delivered", "journey": "win-back"}""", false, null)]
    public void Messages_are_counted_by_how_far_they_came(string json, bool holds, string? until) =>
        Assert.Equal(
            new Verdict(holds, until is null ? null : Asked.At(until)),
            ConditionEvaluator.Evaluate(Asked.Read(json, ConditionScope.Segment), Asked.Somebody("2026-06-14T12:00:00Z") with { Messages = Ledger }));

    private static DateTimeOffset At(int day, int hour) => new(2026, 6, day, hour, 0, 0, TimeSpan.Zero);

    private static MessageEntry Sent(int day, MessageState state) => new()
    {
        Run = "r", Step = "s", Occurrence = day, Journey = "welcome", Version = 1, State = state, At = At(day, 0), OperationId = default, Template = "hello",
        Purpose = MessageNames.Marketing, Channel = MessageNames.Email, ClaimedAt = At(day, 0),
    };
}
