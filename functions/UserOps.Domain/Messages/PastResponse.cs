using System.Collections.Immutable;
using NodaTime;

namespace UserOps.Domain.Messages;

/// <summary>What somebody got and answered: opened or clicked, whichever the channel tells.</summary>
/// <param name="Hours">Answers by hour of the person's wall clock, 24 counts.</param>
/// <param name="LastSent">Of those that were sent, the latest; null: none was.</param>
/// <param name="LastAnswered">Of those that were answered, the one that was answered last.</param>
public sealed record PastResponse(
    ImmutableSortedDictionary<string, ChannelFacts> Channels, ImmutableArray<int> Hours, MessageEntry? LastSent, MessageEntry? LastAnswered)
{
    /// <summary>Fewer answers tell no hour.</summary>
    public const int LeastAnswers = 3;

    private const int HoursOfDay = 24;

    public static readonly PastResponse None = new(ImmutableSortedDictionary.Create<string, ChannelFacts>(StringComparer.Ordinal), [.. new int[HoursOfDay]], null, null);

    /// <summary>The one with the best (answers + 1) ÷ (sent + 2) of those that were ever answered, of equals the first by name; null: none was.</summary>
    public string? Channel => Channels.Where(one => one.Value.Responses > 0).OrderByDescending(one => (one.Value.Responses + 1.0) / (one.Value.Sent + 2)).Select(one => one.Key).FirstOrDefault();

    /// <summary>0 to 23: the middle one of the three hours in which most answers came, of equals the one that had more itself, then the earliest; null with fewer than <see cref="LeastAnswers"/>.</summary>
    public int? Hour => Hours.Sum() < LeastAnswers ? null : Enumerable.Range(0, HoursOfDay).MaxBy(hour => (Hours[(hour + 23) % HoursOfDay] + Hours[hour] + Hours[(hour + 1) % HoursOfDay], Hours[hour]));

    public ChannelFacts On(string channel) => Channels.GetValueOrDefault(channel, ChannelFacts.Unknown);

    /// <param name="entry">Counts where it was accepted on a channel.</param>
    /// <param name="zone">Whose hours are told.</param>
    public PastResponse With(MessageEntry entry, DateTimeZone zone)
    {
        if (entry is not { State: MessageState.Accepted, Channel: { } channel })
        {
            return this;
        }

        var known = On(channel);
        var answered = AnsweredAt(entry);
        return new(
            Channels.SetItem(channel, known with { Sent = known.Sent + 1, Responses = known.Responses + (answered is null ? 0 : 1) }),
            answered is { } at && Instant.FromDateTimeOffset(at).InZone(zone).Hour is var hour ? Hours.SetItem(hour, Hours[hour] + 1) : Hours,
            LastSent is null || SentAt(entry) >= SentAt(LastSent) ? entry : LastSent,
            answered is not null && (LastAnswered is null || answered >= AnsweredAt(LastAnswered)) ? entry : LastAnswered);
    }

    public static DateTimeOffset SentAt(MessageEntry entry) => entry.ClaimedAt ?? entry.At;

    /// <returns>The first sign; null: none came.</returns>
    public static DateTimeOffset? AnsweredAt(MessageEntry entry) => entry.OpenedAt is { } opened && !(entry.ClickedAt < opened) ? opened : entry.ClickedAt;
}
