using System.Text.Json;
using UserOps.Application.Settings;
using UserOps.Domain;
using UserOps.Domain.Journeys;
using UserOps.Domain.Messages;

namespace UserOps.Application.Journeys.Simulation;

/// <summary>Adds people up. What it holds grows with steps and days, not with people.</summary>
internal sealed class SimulationTally(JourneyDefinition journey, UserOpsSettings settings)
{
    private readonly Lock _lock = new();
    private readonly Counts<string> _refused = new();
    private readonly Counts<string> _endings = new();
    private readonly Counts<string> _started = new();
    private readonly Counts<(string Step, string Outcome)> _left = new();
    private readonly Counts<string> _waiting = new();
    private readonly Counts<(string Journey, string Channel, string Template, bool Sent)> _messages = new();
    private readonly Counts<(DateOnly Day, string Channel)> _days = new();
    private readonly Dictionary<string, (SendTimes Times, decimal Cost)> _channels = [];
    private int _lookedAt;
    private int _entered;
    private int _runs;
    private int _holdOut;
    private int _inside;
    private int _cutShort;

    /// <param name="person">Null: somebody whom nothing lets in.</param>
    public void Add(SimulatedPerson? person)
    {
        lock (_lock)
        {
            _lookedAt++;
            if (person is not null)
            {
                AddRuns(person);
                foreach (var message in person.Messages)
                {
                    Add(message);
                }
            }
        }
    }

    public SimulationFigures Read(SimulationSpan span, string? stoppedBy)
    {
        lock (_lock)
        {
            return new()
            {
                From = span.From,
                To = span.To,
                Horizon = span.Horizon,
                LookedAt = _lookedAt,
                StoppedBy = stoppedBy,
                Entered = _entered,
                Runs = _runs,
                HoldOut = _holdOut,
                Refused = Sorted(_refused),
                Steps = [.. journey.Steps.Select(Of)],
                Endings = Sorted(_endings),
                Inside = _inside,
                Messages = [.. Messages()],
                Channels = [.. _channels.OrderBy(channel => channel.Key, StringComparer.Ordinal).Select(channel => Of(channel.Key, channel.Value.Times, channel.Value.Cost))],
                Days = [.. _days.Select(day => new DayOfMessages(day.Key.Day, day.Key.Channel, day.Value)).OrderBy(day => day.Day).ThenBy(day => day.Channel, StringComparer.Ordinal)],
                Started = Sorted(_started),
                CutShort = _cutShort,
            };
        }
    }

    private void AddRuns(SimulatedPerson person)
    {
        JourneyRun[] own = [.. person.Runs.Where(run => run.Journey == journey.Key)];
        _entered += own.Length > 0 ? 1 : 0;
        _runs += own.Length;
        _cutShort += person.CutShort ? 1 : 0;
        foreach (var start in person.Starts)
        {
            if (start.Request.Journey == journey.Key && start.Outcome is StartOutcome.Refused { Reason: var reason })
            {
                _refused.Add(reason);
            }
        }

        foreach (var other in person.Runs.Where(run => run.Journey != journey.Key))
        {
            _started.Add(other.Journey);
        }

        foreach (var run in own)
        {
            _holdOut += run.HoldOut ? 1 : 0;
            foreach (var left in run.Tally)
            {
                _left.Add((left.Step, left.Outcome), left.Count);
            }

            if (run.Step is { } step)
            {
                _inside++;
                _waiting.Add(step);
            }
            else if (run.Ending is { } ending)
            {
                _endings.Add(NameOf(ending));
            }
        }
    }

    private void Add(MessageEntry message)
    {
        if (message.Channel is not { } channel || message.State is not (MessageState.Accepted or MessageState.Refused))
        {
            return;
        }

        var sent = message.State == MessageState.Accepted;
        _messages.Add((message.Journey, channel, message.Template, sent));
        if (sent)
        {
            var at = message.ClaimedAt ?? message.At;
            var (times, cost) = _channels.TryGetValue(channel, out var known) ? known : (new(), 0);
            times.Add(at);
            _channels[channel] = (times, cost + message.CostMinor);
            _days.Add((Days.ToDate(Days.Of(at, settings.Workspace.Zone)), channel));
        }
    }

    private static string NameOf(RunEnding ending) =>
        ending.Kind == RunEndingKind.Exited ? $"exited:{ending.Reason}" : JsonNamingPolicy.CamelCase.ConvertName(ending.Kind.ToString());

    private static SortedDictionary<string, int> Sorted(Counts<string> counts) => new(counts.ToDictionary(count => count.Key, count => count.Value), StringComparer.Ordinal);

    private StepFigures Of(Step step)
    {
        var (left, skipped) = (new Counts<string>(), new Counts<string>());
        foreach (var ((_, outcome), count) in _left.Where(one => one.Key.Step == step.Id))
        {
            if (Outcomes.ReasonOf(outcome) is { } reason)
            {
                skipped.Add(reason, count);
            }
            else
            {
                left.Add(outcome, count);
            }
        }

        var waiting = _waiting.Of(step.Id);
        return new(step.Id, StepTypes.Of(step), left.Total + skipped.Total + waiting, Sorted(left), Sorted(skipped), waiting);
    }

    private IEnumerable<MessageFigures> Messages() => _messages
        .GroupBy(one => (one.Key.Journey, one.Key.Channel, one.Key.Template))
        .OrderBy(one => $"{one.Key.Journey}\n{one.Key.Channel}\n{one.Key.Template}", StringComparer.Ordinal)
        .Select(one => new MessageFigures(
            one.Key.Journey, one.Key.Channel, one.Key.Template, one.Where(count => count.Key.Sent).Sum(count => count.Value), one.Where(count => !count.Key.Sent).Sum(count => count.Value)));

    private ChannelFigures Of(string channel, SendTimes times, decimal cost)
    {
        var pace = settings.Messaging.Channels.GetValueOrDefault(channel)?.Pace ?? PacerLimits.None;
        var (minute, hour) = (times.BusiestMinute, times.BusiestHour);
        return new(channel, _days.Where(day => day.Key.Channel == channel).Sum(day => day.Value), cost, minute, hour, pace.PerMinute, pace.PerHour, minute?.Sent > pace.PerMinute || hour?.Sent > pace.PerHour);
    }
}
