using UserOps.Application.Messages;
using UserOps.Application.Storage;
using UserOps.Tests.Simulation.Invariants;
using UserOps.Tests.Storage;

namespace UserOps.Tests.Simulation;

/// <summary>
/// The application as several processes over one storage, with senders before and providers behind it, all on one thread and on a clock of their own. One seed chooses
/// what people do, what goes wrong and in which order everything happens; the same seed always comes to the same.
/// </summary>
internal sealed class Simulation
{
    private const long MostSteps = 2_000_000;

    private static readonly DateTimeOffset Start = new(2026, 3, 26, 6, 0, 0, TimeSpan.Zero);

    private readonly List<IWork> _works = [];
    private readonly ProcessContext _world;
    private readonly Campaign _campaign;
    private readonly HeardInTime _rest;
    private readonly AlarmWork _alarms;

    public Simulation(int seed, SimulationOptions options)
    {
        Seed = seed;
        Options = options;

        // Of their own each, so that a change to one kind of choice leaves the others as they were.
        Random = new(unchecked(seed * 4 + 1));
        var faultChoice = new Random(unchecked(seed * 4 + 2));
        Trace = new(options.TraceTo);
        Scheduler = new(new(unchecked(seed * 4 + 3)), Trace);
        Clock = new(Scheduler, Start);
        Rates = options.Rates ?? FaultRates.Of(faultChoice);
        Faults = new(faultChoice, Rates);
        TwoClocks = Rates != FaultRates.None && faultChoice.Next(4) == 0;
        Queue = new(Clock);
        Provider = new();
        Store = new();
        Claims = new(Clock);
        _world = new(Scheduler, "world");
        Scenario = Scenario.Of(new(unchecked(seed * 4)), Start, options.Users);
        _campaign = new(this);
        _campaign.Publish(edited: false);
        _rest = new(this);
        _alarms = new(this);
        Fleet = new(this);
        _works.AddRange([new IntakeWork(this, Scenario.Arrivals), new QueueWork(this), new InboxWork(this), new ReviewWork(this), _alarms]);
        At(Scenario.Calm, Faults.Stop);
        At(Scenario.Deployment, Deploy);
    }

    public int Seed { get; }

    public SimulationOptions Options { get; }

    public Random Random { get; }

    public Trace Trace { get; }

    public Scheduler Scheduler { get; }

    public SimulatedClock Clock { get; }

    /// <summary>What it began with.</summary>
    public FaultRates Rates { get; }

    /// <summary>Two may drive the same run by the same alarm at once, as an activity that is run twice does.</summary>
    public bool TwoClocks { get; }

    public Faults Faults { get; }

    public MemoryTableStore Store { get; }

    public SharedQueue Queue { get; }

    public EmailProvider Provider { get; }

    public ClaimLog Claims { get; }

    public Scenario Scenario { get; }

    public Fleet Fleet { get; }

    public DateTimeOffset Now => Clock.GetUtcNow();

    /// <summary>Bugs that showed themselves on the way: exceptions that no part may throw.</summary>
    public List<string> Failures { get; } = [];

    public ITableStore StoreOf(SimulatedProcess process)
    {
        ITableStore store = new SimulatedTableStore(Store, process, Faults, Claims, _alarms);
        return Options.PlantedInStore?.Invoke(store) ?? store;
    }

    public IEmailSender SenderOf(SimulatedProcess process)
    {
        IEmailSender sender = new SimulatedEmailSender(Provider, process, this);
        return Options.PlantedInSender?.Invoke(sender) ?? sender;
    }

    public void Fail(string what) => Failures.Add(what);

    /// <summary>Something that happens at an instant whatever becomes of the processes.</summary>
    public void At(DateTimeOffset instant, Action action) =>
        new SimulatedTimer(Clock, _world, _ => action(), null).Change(instant - Now, Timeout.InfiniteTimeSpan);

    /// <summary>Until everything has happened and nothing is left to do.</summary>
    public void Run()
    {
        while (Failures.Count == 0)
        {
            if (Scheduler.Steps > MostSteps)
            {
                throw new SimulationException($"No rest after {MostSteps} steps.\n{Trace}");
            }

            if (!Step() && !Wait())
            {
                return;
            }
        }
    }

    /// <summary>One step of what is begun, or one beginning.</summary>
    private bool Step()
    {
        if (Faults.Rates.ClockJump > 0 && Provider.InFlight == 0 && Faults.Happens(Faults.Rates.ClockJump, "clock jump"))
        {
            Clock.AdvanceTo(Now + Faults.Jump());
            Trace.Add(Now, "clock", "JUMPS");
        }

        var works = _works.FindAll(work => work.NextDue <= Now);
        var choice = Random.Next(Scheduler.Ready + works.Count + 1) - Scheduler.Ready;
        if (choice >= 0 && choice < works.Count && Fleet.Free() is { } process && works[choice].Begin(process))
        {
            return true;
        }

        if (Scheduler.Ready > 0)
        {
            Scheduler.RunOne();
            Clock.AdvanceTo(Now + TimeSpan.FromMilliseconds(Random.Next(4)));
            return true;
        }

        return works.Count > 0 && Fleet.HasFree;
    }

    /// <summary>Nothing can be done now: on to the next instant at which something can.</summary>
    private bool Wait()
    {
        Scheduler.ThrowIfStalled(Fleet.Contexts);
        var next = Clock.NextDue;
        foreach (var work in _works)
        {
            next = work.NextDue is { } due && due > Now && (next is null || due < next) ? due : next;
        }

        if (next is not { } instant)
        {
            return false;
        }

        if (instant - Now > TimeSpan.FromMinutes(10))
        {
            _rest.Check();
        }

        Clock.AdvanceTo(instant);
        return true;
    }

    /// <summary>Another release and, at the same time, another version of a journey that people are inside.</summary>
    private void Deploy()
    {
        _campaign.Publish(edited: true);
        Fleet.Deploy();
    }
}
