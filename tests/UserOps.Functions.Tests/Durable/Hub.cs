using System.Text.Json;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace UserOps.Functions.Tests.Durable;

/// <summary>Instances and their histories: takes turns, and carries out what orchestrators ask for.</summary>
internal sealed class Hub(Agenda agenda, FunctionCatalog functions, Faults faults, JsonSerializerOptions json, Func<ScheduledAction, TimeSpan> takes)
{
    private readonly Dictionary<string, ReplayedInstance> _instances = new(StringComparer.OrdinalIgnoreCase);

    public required Func<ILoggerFactory> Loggers { get; init; }

    public IReadOnlyCollection<ReplayedInstance> Instances => _instances.Values;

    public ReplayedInstance? Find(string id) => _instances.GetValueOrDefault(id);

    public ReplayedInstance Start(string name, string? inputJson, string id, ParentCall? parent)
    {
        if (Find(id) is { IsAtWork: true })
        {
            throw new InvalidOperationException($"An instance '{id}' already exists.");
        }

        var instance = new ReplayedInstance(name, id, inputJson, agenda.Now, json) { Parent = parent };
        functions.Orchestrator(name);
        instance.Measure("Input", name, inputJson);
        _instances[id] = instance;
        agenda.Add(new(instance, instance.Execution, new HistoryEvent.ExecutionStarted(inputJson), null), TimeSpan.Zero);
        return instance;
    }

    public void Raise(string id, string name, string? payloadJson)
    {
        if (!faults.LosesEvent(id, name) && Find(id) is { } instance)
        {
            instance.Measure("Event", name, payloadJson);
            agenda.Add(new(instance, null, new HistoryEvent.EventRaised(name, payloadJson), null), TimeSpan.Zero);
        }
    }

    public void TakeTurn(ReplayedInstance instance, IReadOnlyList<HistoryEvent> events)
    {
        instance.Status = OrchestrationRuntimeStatus.Running;
        instance.UpdatedAt = agenda.Now;
        instance.Turns++;
        foreach (var said in events)
        {
            instance.Settle(said);
        }

        List<HistoryEvent> turn = [new HistoryEvent.TurnStarted(agenda.Now.UtcDateTime), .. events];
        var replay = NewReplay(instance);
        replay.Run(instance.History, turn);
        instance.ThrowFault();
        instance.Record(turn);
        foreach (var action in replay.NewActions)
        {
            instance.Record(action);
            Carry(instance, action);
        }

        foreach (var status in replay.NewStatuses)
        {
            instance.RecordStatus(status);
        }

        instance.WaitsForEvent = replay.WaitsForEvent;
        if (replay.Ending is { } ending)
        {
            End(instance, ending, replay.UnheardEvents);
        }
        else if (instance.Outstanding.Count == 0 && !instance.WaitsForEvent)
        {
            instance.Fault(OrchestratorThread.ForeignTask);
            instance.ThrowFault();
        }
    }

    private void Carry(ReplayedInstance instance, ScheduledAction action)
    {
        switch (action.Kind)
        {
            case ActionKind.Activity:
                agenda.Add(new(instance, instance.Execution, null, action), takes(action));
                break;
            case ActionKind.Timer:
                agenda.Add(new(instance, instance.Execution, new HistoryEvent.TimerFired(action.Sequence), null), action.DueAt!.Value - agenda.Now.UtcDateTime);
                break;
            case ActionKind.SubOrchestration:
                Start(action.Name, action.InputJson, action.Target!, new(instance, instance.Execution, action.Sequence));
                break;
            case ActionKind.SendEvent:
                Raise(action.Target!, action.Name, action.InputJson);
                break;
        }
    }

    private void End(ReplayedInstance instance, Ending ending, IReadOnlyList<(string Name, string? PayloadJson)> unheard)
    {
        instance.Record([new HistoryEvent.ExecutionEnded(ending)]);
        NewReplay(instance).Run(instance.History, []);
        instance.ThrowFault();
        if (ending is Ending.ContinuedAsNew again)
        {
            instance.BeginExecution(again.InputJson);
            agenda.Add(new(instance, instance.Execution, new HistoryEvent.ExecutionStarted(again.InputJson), null), TimeSpan.Zero);
            foreach (var (name, payload) in again.PreserveEvents && !faults.LosesCarriedEvents ? unheard : [])
            {
                agenda.Add(new(instance, null, new HistoryEvent.EventRaised(name, payload), null), TimeSpan.Zero);
            }

            return;
        }

        instance.Ending = ending;
        instance.Status = ending is Ending.Completed ? OrchestrationRuntimeStatus.Completed : OrchestrationRuntimeStatus.Failed;
        instance.Measure("Output", instance.Name, (ending as Ending.Completed)?.OutputJson);
        if (instance.Parent is { } parent)
        {
            HistoryEvent said = ending is Ending.Failed failed
                ? new HistoryEvent.Failed(parent.Sequence, failed.Details)
                : new HistoryEvent.Completed(parent.Sequence, ((Ending.Completed)ending).OutputJson);
            agenda.Add(new(parent.Instance, parent.Execution, said, null), TimeSpan.Zero);
        }
    }

    private Replay NewReplay(ReplayedInstance instance) => new(instance, functions.Orchestrator(instance.Name), json, Loggers());
}
