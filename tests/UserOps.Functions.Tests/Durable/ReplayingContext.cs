using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace UserOps.Functions.Tests.Durable;

/// <summary>The context of one replay: gives out tasks, which <see cref="Replay"/> completes in the order of history.</summary>
internal sealed class ReplayingContext(ReplayedInstance instance, OrchestratorThread thread, JsonSerializerOptions json, ILoggerFactory loggers, Action<string> fault)
    : TaskOrchestrationContext
{
    /// <summary>The SDK splits longer timers, since not every backend holds them.</summary>
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(3);

    private DateTime _now;
    private bool _replaying = true;
    private int _guids;

    public List<OpenTask> Issued { get; } = [];

    public EventWaits Events { get; } = new(json);

    public string? InputJson { get; set; }

    public (string? InputJson, bool PreserveEvents)? NextExecution { get; private set; }

    public List<string?> NewStatuses { get; } = [];

    public override TaskName Name => instance.Name;

    public override string InstanceId => instance.Id;

    public override ParentOrchestrationInstance? Parent => instance.Parent is { Instance: var parent } ? new(parent.Name, parent.Id) : null;

    public override DateTime CurrentUtcDateTime => Checked(_now);

    public override bool IsReplaying => _replaying;

    protected override ILoggerFactory LoggerFactory => loggers;

    public void BeginTurn(DateTime at, bool replaying) => (_now, _replaying) = (at, replaying);

    public override T? GetInput<T>()
        where T : default => Checked(InputJson) is { } text ? JsonSerializer.Deserialize<T>(text, json) : default;

    public override Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null) => input is TaskOptions && options is null
        ? throw new ArgumentException("Options stand in the place of the input.", nameof(input))
        : RetryRules.RunAsync(this, options, () => Issue<TResult>(ActionKind.Activity, name, Write(input), options: RetryRules.Text(options)));

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        var id = (options as SubOrchestrationOptions)?.InstanceId ?? NewGuid().ToString("N");
        return RetryRules.RunAsync(
            this, options, () => Issue<TResult>(ActionKind.SubOrchestration, orchestratorName, Write(input), id, options: RetryRules.Text(options)));
    }

    public override async Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        var due = fireAt.ToUniversalTime();
        while (due - CurrentUtcDateTime > LongestTimer && !cancellationToken.IsCancellationRequested)
        {
            await TimerAsync(CurrentUtcDateTime + LongestTimer, cancellationToken);
        }

        await TimerAsync(due, cancellationToken);
    }

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default) =>
        Checked(Events).For<T>(eventName, cancellationToken);

    public override void SendEvent(string instanceId, string eventName, object payload) =>
        Issue<object>(ActionKind.SendEvent, eventName, Write(payload), instanceId);

    public override void SetCustomStatus(object? customStatus)
    {
        if (!Checked(_replaying))
        {
            NewStatuses.Add(Write(customStatus));
        }
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true) =>
        NextExecution = Checked((Write(newInput), preserveUnprocessedEvents));

    /// <summary>The same in every replay: it depends on instance, clock and place only.</summary>
    public override Guid NewGuid() => new(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{InstanceId}_{CurrentUtcDateTime:O}_{_guids++}"))).AsSpan(0, 16));

    public string? Write(object? value) => value is null ? null : JsonSerializer.Serialize(value, value.GetType(), json);

    private Task TimerAsync(DateTime due, CancellationToken cancel)
    {
        var timer = Issue<object>(ActionKind.Timer, "timer", null, due: due, task: out var open);
        cancel.Register(() => open.Cancel(cancel));
        return timer;
    }

    private Task<T> Issue<T>(ActionKind kind, string name, string? inputJson, string? target = null, string options = "") =>
        Issue<T>(kind, name, inputJson, target, null, options, out _);

    private Task<T> Issue<T>(ActionKind kind, string name, string? inputJson, DateTime due, out OpenTask task) =>
        Issue<T>(kind, name, inputJson, null, due, "", out task);

    private Task<T> Issue<T>(ActionKind kind, string name, string? inputJson, string? target, DateTime? due, string options, out OpenTask task)
    {
        var open = new OpenTask<T>(Checked(new ScheduledAction(Issued.Count, kind, name, inputJson, target, due, options)));
        Issued.Add(open);
        task = open;
        return open.Task;
    }

    private T Checked<T>(T value)
    {
        if (thread.IsCurrent)
        {
            return value;
        }

        fault(OrchestratorThread.ForeignTask);
        throw new InvalidOperationException("The context belongs to the orchestrator's thread.");
    }
}
