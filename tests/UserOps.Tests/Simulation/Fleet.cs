using Microsoft.Extensions.DependencyInjection;
using UserOps.Application;
using UserOps.Application.Journeys;
using UserOps.Application.Messages.Templates;
using UserOps.Application.Queues;
using UserOps.Application.Settings;
using UserOps.Tests.Journeys.Running;

namespace UserOps.Tests.Simulation;

/// <summary>The processes there are: two at a time, replaced a while after they end, and at one instant by those of another release.</summary>
internal sealed class Fleet
{
    private const int Size = 2;

    /// <summary>What one process does at a time.</summary>
    private const int Slots = 6;

    private readonly Simulation _simulation;
    private readonly List<SimulatedProcess> _processes = [];
    private int _begun;
    private int _release;

    public Fleet(Simulation simulation)
    {
        _simulation = simulation;
        for (var i = 0; i < Size; i++)
        {
            Begin();
        }
    }

    public IEnumerable<ProcessContext> Contexts => _processes.Select(process => process.Context);

    public bool HasFree => _processes.Exists(IsFree);

    /// <summary>One that can take on something, of the seed's choosing.</summary>
    public SimulatedProcess? Free()
    {
        var free = _processes.FindAll(IsFree);
        return free.Count == 0 ? null : free[_simulation.Random.Next(free.Count)];
    }

    /// <summary>Another release begins beside the running one, which goes on for some minutes and then ends as hard as in a crash.</summary>
    public void Deploy()
    {
        _release++;
        SimulatedProcess[] old = [.. _processes];
        for (var i = 0; i < Size; i++)
        {
            Begin();
        }

        _simulation.At(_simulation.Now + _simulation.Faults.Between(TimeSpan.Zero, TimeSpan.FromMinutes(8)), () =>
        {
            foreach (var process in old.Where(process => process.Alive))
            {
                process.Crash();
            }
        });
    }

    /// <summary>A process has ended; another comes after a while, unless there are enough.</summary>
    public void Ended()
    {
        _processes.RemoveAll(process => !process.Alive);
        _simulation.At(_simulation.Now + _simulation.Faults.Between(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1)), () =>
        {
            if (_processes.Count < Size)
            {
                Begin();
            }
        });
    }

    private static bool IsFree(SimulatedProcess process) => process.Alive && process.Busy < Slots;

    private void Begin() => _processes.Add(new(_simulation, $"v{_release}.{++_begun}", (services, process) => services
        .AddUserOps(SettingsOf(_release))
        .AddSingleton(_simulation.StoreOf(process))
        .AddSingleton<IMessageQueue>(new SimulatedMessageQueue(_simulation.Queue, process, _simulation.Faults))
        .AddSingleton(_simulation.SenderOf(process))
        .AddSingleton<IRunDriver, WakeByRow>()
        .AddSingleton<TemplateCompiler, SharedCompiler>()
        .AddSingleton(World.Keys)
        .AddSingleton<TimeProvider>(_simulation.Clock)));

    /// <summary>What people are promised stays; the rest may change from release to release.</summary>
    private static UserOpsSettings SettingsOf(int release) => Campaign.Settings with { Limits = new() { MessageTries = 5 + release } };
}
