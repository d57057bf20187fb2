using Microsoft.Extensions.DependencyInjection;

namespace UserOps.Tests.Simulation;

/// <summary>
/// One process of the application: its own container with everything that is kept in memory, over storage that others share. It can end at any point, and what it was
/// doing is never taken up by itself again.
/// </summary>
internal sealed class SimulatedProcess
{
    private readonly Simulation _simulation;
    private readonly ServiceProvider _services;
    private readonly List<Action<Exception?>> _callers = [];

    public SimulatedProcess(Simulation simulation, string name, Action<IServiceCollection, SimulatedProcess> register)
    {
        _simulation = simulation;
        Context = new(simulation.Scheduler, name);
        var services = new ServiceCollection();
        register(services, this);
        _services = services.BuildServiceProvider();
    }

    public ProcessContext Context { get; }

    public bool Alive => Context.Alive;

    public int Busy => Context.Busy.Count;

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Begins something as a step of this process.</summary>
    /// <param name="ended">Told how it ended: null, what it threw, or a <see cref="ProcessEndedException"/>.</param>
    public void Start(string what, Func<Task> work, Action<Exception?> ended)
    {
        Context.Busy.Add(what);
        _callers.Add(ended);
        Context.Post(_ => _ = RunAsync(what, work, ended), null);
    }

    /// <summary>A point at which this process may be overtaken, stand still or end.</summary>
    public async Task PointAsync(string what)
    {
        if (ProcessContext.Here != Context)
        {
            throw new SimulationException($"{ProcessContext.Here.Name} works with the parts of {Context.Name}.");
        }

        var faults = _simulation.Faults;
        if (!Alive)
        {
            // Another branch of the same step met the end.
            await new TaskCompletionSource().Task;
        }

        _simulation.Trace.Add(_simulation.Now, Context.Name, what);
        if (faults.Happens(faults.Rates.Crash, "crash"))
        {
            Crash();
            await new TaskCompletionSource().Task;
        }

        if (faults.Happens(faults.Rates.Pause, "pause"))
        {
            await Task.Delay(faults.Pause(), _simulation.Clock);
        }
        else
        {
            await Task.Yield();
        }
    }

    /// <summary>An effect on something outside that is certain by now: it happens in this very step.</summary>
    public void Note(string what) => _simulation.Trace.Add(_simulation.Now, Context.Name, what);

    /// <summary>Ends it here and now; whoever waits for an answer learns that the connection broke.</summary>
    public void Crash()
    {
        _simulation.Trace.Add(_simulation.Now, Context.Name, "ENDS");
        _simulation.Scheduler.Drop(Context);
        Context.Busy.Clear();
        _simulation.Fleet.Ended();
        foreach (var ended in _callers)
        {
            ended(new ProcessEndedException());
        }
    }

    private async Task RunAsync(string what, Func<Task> work, Action<Exception?> ended)
    {
        Exception? fault = null;
        try
        {
            await work();
        }
        catch (Exception thrown)
        {
            fault = thrown;
        }

        Context.Busy.Remove(what);
        _callers.Remove(ended);
        ended(fault);
    }
}
