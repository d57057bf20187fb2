using System.Reflection;
using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace UserOps.Functions.Tests.Durable;

/// <summary>
/// A durable task hub in memory, as strict as the real one is now and then: after every event an orchestrator is run again from its start over its history, and has to
/// ask for the same in the same order; at its end it is replayed once more as a whole. Time is virtual; it stands still while code runs and leaps to what is due next.
/// The seed decides how long activities take, and so in which order they end, and which events reach an orchestrator together.
/// </summary>
public sealed class OrchestrationHost
{
    private const int MostSteps = 1_000_000;

    private readonly Random _random;
    private readonly Agenda _agenda;
    private readonly FunctionCatalog _functions;
    private readonly Hub _hub;

    public OrchestrationHost(ManualClock clock, int seed = 0)
    {
        (_random, _agenda, _functions) = (new(seed), new(clock), new(Json));
        _hub = new(_agenda, _functions, Faults, Json, TakesFor) { Loggers = () => Loggers };
    }

    /// <summary>As the worker sets it up.</summary>
    public JsonSerializerOptions Json { get; } = new() { PropertyNameCaseInsensitive = true };

    public Faults Faults { get; } = new();

    public ILoggerFactory Loggers { get; set; } = NullLoggerFactory.Instance;

    /// <summary>How long an activity takes; null: between 1 ms and 10 s as the seed has it, so that any order may come out.</summary>
    public Func<string, TimeSpan>? Duration { get; set; }

    public IReadOnlyCollection<ReplayedInstance> Instances => _hub.Instances;

    public ReplayedInstance this[string id] => Find(id) ?? throw new KeyNotFoundException(id);

    public ReplayedInstance? Find(string id) => _hub.Find(id);

    /// <summary>Adds the functions of an assembly; activities are made from the services as the worker makes them.</summary>
    public OrchestrationHost AddFunctions(Assembly assembly, IServiceProvider services)
    {
        _functions.AddAll(assembly, services);
        return this;
    }

    public OrchestrationHost AddOrchestrator<TOutput>(string name, Func<TaskOrchestrationContext, Task<TOutput>> orchestrator)
    {
        _functions.Add(name, (context, _) => FunctionCatalog.Finish(orchestrator(context)));
        return this;
    }

    public OrchestrationHost AddActivity<TInput, TOutput>(string name, Func<TInput, Task<TOutput>> activity)
    {
        _functions.Add(name, async text => JsonSerializer.Serialize(await activity(text is null ? default! : JsonSerializer.Deserialize<TInput>(text, Json)!), Json));
        return this;
    }

    /// <exception cref="InvalidOperationException">The id is at work.</exception>
    public ReplayedInstance Start(string name, object? input = null, string? id = null) =>
        _hub.Start(name, Write(input), id ?? Guid.NewGuid().ToString("N"), null);

    /// <summary>Raises an external event; nobody learns when the instance is not there to hear it.</summary>
    public void Raise(string id, string name, object? payload = null) => _hub.Raise(id, name, Write(payload));

    public void Terminate(string id) => this[id].Status = OrchestrationRuntimeStatus.Terminated;

    /// <summary>Lets happen what is due until nothing is left, or up to an instant, where the clock then stands.</summary>
    /// <exception cref="OrchestratorFaultException">An orchestrator breaks the rules.</exception>
    public async Task RunAsync(DateTimeOffset? until = null)
    {
        for (var steps = 0; await StepAsync(until); steps++)
        {
            if (steps == MostSteps)
            {
                throw new InvalidOperationException($"Not at rest after {MostSteps} steps.");
            }
        }

        _agenda.AdvanceTo(until ?? _agenda.Now);
    }

    /// <summary>The next thing that is due.</summary>
    /// <returns>False: nothing is.</returns>
    public async Task<bool> StepAsync(DateTimeOffset? until = null)
    {
        foreach (var instance in Instances)
        {
            instance.ThrowFault();
        }

        while (_agenda.Next(until) is { } item)
        {
            if (await HappenAsync(item) is not { } first)
            {
                continue;
            }

            // Now and then several events reach the orchestrator in one turn.
            List<HistoryEvent> events = [first];
            while (_random.Next(4) == 0 && _agenda.IsNextFor(item.Instance) && _agenda.Next(until) is { } together)
            {
                if (await HappenAsync(together) is { } also)
                {
                    events.Add(also);
                }
            }

            _hub.TakeTurn(item.Instance, events);
            return true;
        }

        return false;
    }

    /// <returns>What history will say of it; null when nothing.</returns>
    private async Task<HistoryEvent?> HappenAsync(WorkItem item)
    {
        var said = item.Activity is { } activity ? await RunActivityAsync(item, activity) : item.Event;
        return item.IsStale ? null : said;
    }

    private async Task<HistoryEvent?> RunActivityAsync(WorkItem item, ScheduledAction activity)
    {
        var fate = Faults.FateOf(item.Instance, activity);
        try
        {
            if (fate is ActivityFate.Thrown thrown)
            {
                throw thrown.Exception;
            }

            var function = _functions.Activity(activity.Name) ?? throw new InvalidOperationException($"No activity '{activity.Name}'.");
            var output = await function(activity.InputJson);
            if (fate is ActivityFate.Unrecorded)
            {
                _agenda.Add(item, TakesFor(activity));
                return null;
            }

            item.Instance.Measure("Output", activity.Name, output);
            return new HistoryEvent.Completed(activity.Sequence, output);
        }
        catch (Exception e)
        {
            return new HistoryEvent.Failed(activity.Sequence, TaskFailureDetails.FromException(e));
        }
    }

    private TimeSpan TakesFor(ScheduledAction activity) => Duration?.Invoke(activity.Name) ?? TimeSpan.FromMilliseconds(Math.Pow(10, 4 * _random.NextDouble()));

    private string? Write(object? value) => value is null ? null : JsonSerializer.Serialize(value, value.GetType(), Json);
}
