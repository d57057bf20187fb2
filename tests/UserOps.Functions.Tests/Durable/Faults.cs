namespace UserOps.Functions.Tests.Durable;

/// <summary>What goes wrong, as a test wants it.</summary>
public sealed class Faults
{
    private readonly Dictionary<(string, string, string?), int> _tries = [];

    /// <summary>Asked before each activity.</summary>
    public Func<ActivityRun, ActivityFate> Activities { get; set; } = _ => ActivityFate.Runs;

    /// <summary>Instance id and name of a raised event; true: it is lost.</summary>
    public Func<string, string, bool> LosesEvent { get; set; } = (_, _) => false;

    /// <summary>Events that nobody waited for are lost when an instance continues as new, which happens to preserved ones too.</summary>
    public bool LosesCarriedEvents { get; set; }

    internal ActivityFate FateOf(ReplayedInstance instance, ScheduledAction activity)
    {
        var key = (instance.Id, activity.Name, activity.InputJson);
        _tries[key] = _tries.GetValueOrDefault(key) + 1;
        return Activities(new(instance.Id, activity.Name, activity.InputJson, _tries[key]));
    }
}
