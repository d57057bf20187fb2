using System.Text;
using System.Text.Json;
using Microsoft.DurableTask.Client;

namespace UserOps.Functions.Tests.Durable;

/// <summary>An orchestration instance as the hub knows it.</summary>
public sealed class ReplayedInstance(string name, string id, string? inputJson, DateTimeOffset createdAt, JsonSerializerOptions json)
{
    private readonly List<HistoryEvent> _history = [];
    private readonly List<ScheduledAction> _actions = [];
    private readonly List<Payload> _payloads = [];
    private readonly List<string?> _statuses = [];
    private readonly HashSet<int> _activities = [];
    private string? _fault;

    public string Name { get; } = name;

    public string Id { get; } = id;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    /// <summary>When it last took a turn.</summary>
    public DateTimeOffset UpdatedAt { get; internal set; } = createdAt;

    public OrchestrationRuntimeStatus Status { get; internal set; } = OrchestrationRuntimeStatus.Pending;

    public bool IsAtWork => Status is OrchestrationRuntimeStatus.Pending or OrchestrationRuntimeStatus.Running;

    /// <summary>Null until it has ended for good.</summary>
    public Ending? Ending { get; internal set; }

    public string? InputJson { get; internal set; } = inputJson;

    /// <summary>Of the current execution.</summary>
    public IReadOnlyList<HistoryEvent> History => _history;

    /// <summary>Events of all executions' histories.</summary>
    public int Recorded { get; private set; }

    /// <summary>Of all executions.</summary>
    public IReadOnlyList<ScheduledAction> Actions => _actions;

    /// <summary>Of all executions.</summary>
    public IReadOnlyList<Payload> Payloads => _payloads;

    /// <summary>Custom statuses as JSON, in order.</summary>
    public IReadOnlyList<string?> Statuses => _statuses;

    /// <summary>From 1 on; ContinueAsNew raises it.</summary>
    public int Execution { get; internal set; } = 1;

    /// <summary>How often the orchestrator was run, the check after the end left out.</summary>
    public int Turns { get; internal set; }

    /// <summary>Activities outstanding at a time, at most.</summary>
    public int MostOutstanding { get; private set; }

    internal ParentCall? Parent { get; init; }

    internal HashSet<int> Outstanding { get; } = [];

    internal bool WaitsForEvent { get; set; }

    public T? Output<T>() => Ending is Ending.Completed { OutputJson: { } text } ? JsonSerializer.Deserialize<T>(text, json) : default;

    internal void Record(IReadOnlyList<HistoryEvent> events)
    {
        _history.AddRange(events);
        Recorded += events.Count;
    }

    internal void Record(ScheduledAction action)
    {
        Record([new HistoryEvent.Scheduled(action)]);
        _actions.Add(action);
        Measure("Input", action.Name, action.InputJson);
        if (action.Kind != ActionKind.SendEvent)
        {
            Outstanding.Add(action.Sequence);
        }

        if (action.Kind == ActionKind.Activity)
        {
            _activities.Add(action.Sequence);
            MostOutstanding = Math.Max(MostOutstanding, _activities.Count);
        }
    }

    /// <summary>What an event answers is no longer outstanding.</summary>
    internal void Settle(HistoryEvent said)
    {
        switch (said)
        {
            case HistoryEvent.Completed { Sequence: var sequence }:
                Settle(sequence);
                break;
            case HistoryEvent.Failed { Sequence: var sequence }:
                Settle(sequence);
                break;
            case HistoryEvent.TimerFired { Sequence: var sequence }:
                Settle(sequence);
                break;
        }
    }

    internal void RecordStatus(string? text)
    {
        _statuses.Add(text);
        Measure("Status", Name, text);
    }

    internal void Measure(string kind, string what, string? text)
    {
        if (text is not null)
        {
            _payloads.Add(new(kind, what, Encoding.UTF8.GetByteCount(text)));
        }
    }

    private void Settle(int sequence)
    {
        Outstanding.Remove(sequence);
        _activities.Remove(sequence);
    }

    /// <summary>History begins anew.</summary>
    internal void BeginExecution(string? input)
    {
        _history.Clear();
        Outstanding.Clear();
        _activities.Clear();
        (InputJson, WaitsForEvent) = (input, false);
        Execution++;
    }

    /// <summary>The first fault stands; it is thrown where no orchestrator can catch it.</summary>
    internal void Fault(string what) => Interlocked.CompareExchange(ref _fault, what, null);

    internal void ThrowFault()
    {
        if (_fault is { } what)
        {
            throw new OrchestratorFaultException(Id, what);
        }
    }
}
