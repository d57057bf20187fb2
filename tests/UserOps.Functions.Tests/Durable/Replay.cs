using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace UserOps.Functions.Tests.Durable;

/// <summary>Runs an orchestrator from its start over a history, and checks on the way that it asks again for what history says it asked for.</summary>
internal sealed class Replay
{
    private readonly OrchestratorFunction _orchestrator;
    private readonly ReplayingContext _context;
    private readonly JsonSerializerOptions _json;
    private readonly OrchestratorThread _thread;
    private readonly ReplayedInstance _instance;
    private Task<object?>? _running;

    public Replay(ReplayedInstance instance, OrchestratorFunction orchestrator, JsonSerializerOptions json, ILoggerFactory loggers)
    {
        (_instance, _orchestrator, _json) = (instance, orchestrator, json);
        _thread = new(instance.Fault);
        _context = new(instance, _thread, json, loggers, instance.Fault);
    }

    public IReadOnlyList<ScheduledAction> NewActions => [.. _context.Issued.Where(task => !task.Confirmed).Select(task => task.Action!)];

    public IReadOnlyList<string?> NewStatuses => _context.NewStatuses;

    public IReadOnlyList<(string Name, string? PayloadJson)> UnheardEvents => _context.Events.Unheard;

    public bool WaitsForEvent => _context.Events.Any;

    /// <summary>Null while it waits for something.</summary>
    public Ending? Ending => _running switch
    {
        { IsCompletedSuccessfully: true } when _context.NextExecution is var (input, preserve) => new Ending.ContinuedAsNew(input, preserve),
        { IsCompletedSuccessfully: true, Result: var output } => new Ending.Completed(_context.Write(output)),
        { IsFaulted: true, Exception.InnerException: { } e } => new Ending.Failed(e.GetType().ToString(), e.Message),
        { IsCanceled: true } => new Ending.Failed(typeof(TaskCanceledException).ToString(), "The orchestrator was cancelled."),
        _ => null,
    };

    /// <param name="past">What was recorded.</param>
    /// <param name="fresh">What has happened since; its turn is no replay.</param>
    public void Run(IReadOnlyList<HistoryEvent> past, IReadOnlyList<HistoryEvent> fresh)
    {
        foreach (var (index, said) in past.Concat(fresh).Index())
        {
            _thread.Run(() => Take(said, replaying: index < past.Count));
            _instance.ThrowFault();
        }
    }

    /// <summary>What an orchestrator throws before its first await fails its execution too.</summary>
    private async Task<object?> StartAsync() => await _orchestrator(_context, _json);

    private void Take(HistoryEvent said, bool replaying)
    {
        switch (said)
        {
            case HistoryEvent.TurnStarted turn:
                if (NewActions is [var unknown, ..])
                {
                    _instance.Fault($"the replay asks for {unknown}, which history does not know at this place");
                }

                _context.BeginTurn(turn.At, replaying);
                break;
            case HistoryEvent.ExecutionStarted started:
                _context.InputJson = started.InputJson;
                _running = StartAsync();
                break;
            case HistoryEvent.Scheduled scheduled:
                Confirm(scheduled.Action);
                break;
            case HistoryEvent.Completed completed:
                Find(completed.Sequence, said)?.Complete(completed.ResultJson, _json);
                break;
            case HistoryEvent.Failed failed:
                Find(failed.Sequence, said)?.Fail(failed.Details);
                break;
            case HistoryEvent.TimerFired fired:
                Find(fired.Sequence, said)?.Complete(null, _json);
                break;
            case HistoryEvent.EventRaised raised:
                _context.Events.Raise(raised.Name, raised.PayloadJson);
                break;
            case HistoryEvent.ExecutionEnded ended when ended.Ending != Ending || NewActions.Count > 0:
                _instance.Fault($"history says it ended as {ended.Ending}, the replay as {Ending?.ToString() ?? "not ended"} with {NewActions.Count} more actions");
                break;
        }
    }

    private void Confirm(ScheduledAction recorded)
    {
        var task = _context.Issued.ElementAtOrDefault(recorded.Sequence);
        if (task?.Action != recorded)
        {
            _instance.Fault($"history says it asked for {recorded}, the replay for {task?.Action?.ToString() ?? "nothing"}");
        }
        else
        {
            task!.Confirmed = true;
        }
    }

    private OpenTask? Find(int sequence, HistoryEvent said)
    {
        var task = _context.Issued.ElementAtOrDefault(sequence);
        if (task is null)
        {
            _instance.Fault($"history says {said}, but the replay has not asked for it");
        }

        return task;
    }
}
