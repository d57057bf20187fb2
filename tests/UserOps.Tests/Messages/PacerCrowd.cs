using UserOps.Domain.Messages;

namespace UserOps.Tests.Messages;

/// <summary>Runs that come to one pacer, go away with a place, and come again then, or somewhat later, as alarms do.</summary>
internal sealed class PacerCrowd(PacerLimits limits, int seed, TimeSpan lateness)
{
    private readonly Random _random = new(seed);
    private readonly PriorityQueue<(int Run, DateTimeOffset First), DateTimeOffset> _alarms = new();
    private (DateTimeOffset At, TimeSpan Length)? _pause;

    public PacerLine Line { get; private set; } = PacerLine.Empty;

    public List<DateTimeOffset> Sent { get; } = [];

    /// <summary>How often somebody came again.</summary>
    public int Wakes { get; private set; }

    /// <summary>From the first place that somebody was given to when it went out.</summary>
    public TimeSpan LongestAfterPlace { get; private set; }

    public void Arrive(int count, DateTimeOffset at)
    {
        for (var run = 0; run < count; run++)
        {
            Come(run, at, called: false, null);
        }
    }

    public void ThrottleAt(DateTimeOffset at, TimeSpan length) => _pause = (at, length);

    public void Run()
    {
        while (_alarms.TryDequeue(out var alarm, out var at))
        {
            if (_pause is var (from, length) && at >= from)
            {
                (Line, _pause) = (Line.Throttled(from, length), null);
            }

            Wakes++;
            Come(alarm.Run, at, called: true, alarm.First);
        }
    }

    /// <summary>No minute and no hour, wherever it begins, holds more than the limits.</summary>
    public void AssertPace()
    {
        var sent = Sent.Order().ToList();
        for (var i = 0; i < sent.Count; i++)
        {
            Assert.True(limits.PerMinute is not { } minute || i < minute || sent[i] - sent[i - minute] > TimeSpan.FromMinutes(1), $"{sent[i]}");
            Assert.True(limits.PerHour is not { } hour || i < hour || sent[i] - sent[i - hour] > TimeSpan.FromHours(1), $"{sent[i]}");
        }
    }

    private void Come(int run, DateTimeOffset at, bool called, DateTimeOffset? first)
    {
        var answer = Line.Take(limits, at, called, urgent: false, null);
        Line = answer.Line;
        if (answer is LineAnswer.Wait { Place: var place })
        {
            Assert.True(place > at, $"{place} is not after {at}.");
            _alarms.Enqueue((run, first ?? place!.Value), place!.Value + (lateness * _random.NextDouble()));
            return;
        }

        Sent.Add(at);
        LongestAfterPlace = first is { } given && at - given > LongestAfterPlace ? at - given : LongestAfterPlace;
    }
}
