using UserOps.Application.Messages.Sending;
using UserOps.Application.Settings;
using UserOps.Domain.Journeys;
using UserOps.Domain.Messages;
using NodaTime;

namespace UserOps.Application.Journeys.Jobs;

/// <summary>When the first messages of so many people would have gone out, and how many of them would come too late.</summary>
public sealed class ForecastStart(Pacers pacers, UserOpsSettings settings, TimeProvider clock)
{
    /// <param name="people">Those who are to get messages, not the held out.</param>
    /// <param name="ratePerMinute">Null: all come in at once.</param>
    public async Task<StartForecast> RunAsync(JourneyDefinition journey, int people, int? ratePerMinute, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(journey);
        var now = clock.GetUtcNow();
        var lastIn = ratePerMinute is { } rate && people > 0 ? now.AddMinutes((people - 1) / (double)rate) : now;
        var channels = new List<ChannelForecast>();
        foreach (var channel in FirstSends.Of(journey).SelectMany(step => step.Channels).Distinct(StringComparer.Ordinal))
        {
            // A channel that is not there any more lets each message fail alone, and holds nobody up.
            if (settings.Messaging.Channels.TryGetValue(channel, out var rules))
            {
                var line = await pacers.ReadAsync(channel, cancel);
                var ahead = PacerForecast.Of(line.Behind(now), rules.Pace, Deadlines(journey, people, ratePerMinute, now), now);
                channels.Add(new(channel, ahead.FinishAt > lastIn || ahead.FinishAt is null ? ahead.FinishAt : lastIn, ahead.Sent, ahead.Expired));
            }
        }

        return channels.Count == 0
            ? new(lastIn, 0, [])
            : new(channels.Exists(one => one.FinishAt is null) ? null : channels.Max(one => one.FinishAt), channels.Max(one => one.Expiring), channels);
    }

    private IEnumerable<DateTimeOffset?> Deadlines(JourneyDefinition journey, int people, int? ratePerMinute, DateTimeOffset now)
    {
        var window = journey.TooLate is { } late ? WaitClock.Later(Instant.FromDateTimeOffset(now).InZone(settings.Workspace.Zone), late) - now : default(TimeSpan?);
        for (var i = 0; i < people; i++)
        {
            var reached = ratePerMinute is { } rate ? now.AddMinutes(i / (double)rate) : now;
            yield return reached + window;
        }
    }
}
