using NodaTime;

namespace UserOps.Domain.Messages;

/// <summary>When one channel is open to one person: outside the quiet hours and with room under the caps.</summary>
internal sealed class Opening(ChannelRules channel, string name, GateRequest request, GateFacts facts, MessagingRules rules)
{
    /// <summary>A cap frees within eight days; quiet hours end a few times in each.</summary>
    private const int MostSteps = 64;

    private DateTimeZone Zone => facts.Zone;

    /// <returns>The first open instant at or after <paramref name="from"/>, and what held it up last; null: never.</returns>
    public (DateTimeOffset At, GateDelay? Because)? First(DateTimeOffset from, bool mindQuiet = true)
    {
        (DateTimeOffset At, GateDelay? Because) found = (from, null);
        for (var step = 0; step < MostSteps; step++)
        {
            if (mindQuiet && channel.Quiet is { } quiet && quiet.Holds(found.At, Zone))
            {
                found = (quiet.NextOpen(found.At, Zone), GateDelay.QuietHours);
            }
            else if (!HasRoom(found.At))
            {
                found = (Walls.NextDay(found.At, Zone), GateDelay.Cap);
            }
            else
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>Everybody's quiet hours end on the same minute. So a wake-up is put off by a part of the spread, the same for the same run, as far as neither quiet hours nor deadline are met.</summary>
    public DateTimeOffset Spread(DateTimeOffset at)
    {
        var width = rules.Spread;
        if (channel.Quiet is { } quiet && quiet.NextQuiet(at, Zone) - at is var open && open < width)
        {
            width = open;
        }

        if (request.Deadline - at is { } left && left < width)
        {
            width = left;
        }

        var put = width <= TimeSpan.Zero ? at : at.AddTicks((long)((ulong)HashText.Short(System.Text.Encoding.UTF8.GetBytes(request.RunId)) % (ulong)width.Ticks));
        return HasRoom(put) ? put : at;
    }

    private bool HasRoom(DateTimeOffset at)
    {
        var day = Days.Of(at, Zone);
        return !request.CountsForCaps || (facts.Sent.HasRoom(channel.Cap, name, day) && facts.Sent.HasRoom(rules.Cap, null, day));
    }
}
