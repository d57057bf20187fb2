using UserOps.Application.Events;

namespace UserOps.Tests.Simulation;

/// <summary>The sweeper of the inbox, once an hour while there is anything in it.</summary>
internal sealed class InboxWork(Simulation simulation) : IWork
{
    private DateTimeOffset _next = DateTimeOffset.MinValue;
    private bool _running;

    public DateTimeOffset? NextDue => !_running && simulation.Store.FirstKey(InboxRow.Partition) is not null ? _next : null;

    public bool Begin(SimulatedProcess process)
    {
        _running = true;
        process.Start(
            "sweep",
            async () => await process.Get<SweepInbox>().RunOnceAsync(default),
            fault =>
            {
                _running = false;
                _next = simulation.Now + TimeSpan.FromHours(1);
                if (fault is not (null or PassingFaultException or ProcessEndedException))
                {
                    simulation.Fail($"The sweeper failed: {fault}");
                }
            });
        return true;
    }
}
