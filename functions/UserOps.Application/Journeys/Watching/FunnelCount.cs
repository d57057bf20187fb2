using UserOps.Application.Journeys.Running;
using UserOps.Domain.Journeys;

namespace UserOps.Application.Journeys.Watching;

/// <summary>Counts runs one by one, so that memory does not grow with them.</summary>
internal sealed class FunnelCount
{
    private readonly Dictionary<string, StepCount> _steps = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _ended = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _exits = new(StringComparer.Ordinal);
    private FunnelGroup _treated = new(0, 0);
    private FunnelGroup _heldOut = new(0, 0);
    private int _runs;
    private int _active;
    private int _paused;
    private int _holdOut;

    public void Add(RunSummary run)
    {
        _runs++;
        _active += run.State == RunState.Active ? 1 : 0;
        _paused += run.State == RunState.Paused ? 1 : 0;
        _holdOut += run.HoldOut ? 1 : 0;
        foreach (var tally in run.Tally)
        {
            At(tally.Step).Left(tally, run);
        }

        if (run.Step is { } step)
        {
            At(step).Waits();
        }

        if (run.Ending is { } ending)
        {
            StepCount.Raise(_ended, StepCount.NameOf(ending.Kind), 1);
            if (run.EndedAtStep is { } last)
            {
                At(last).Ended(ending.Kind);
            }

            if (ending is { Kind: RunEndingKind.Exited, Reason: { } reason })
            {
                StepCount.Raise(_exits, reason, 1);
            }
        }

        if (run.Ending?.Kind is not (RunEndingKind.AlreadyThere or RunEndingKind.Merged))
        {
            var converted = run.Ending?.Kind == RunEndingKind.Converted ? 1 : 0;
            (_treated, _heldOut) = run.HoldOut ? (_treated, Raised(_heldOut, converted)) : (Raised(_treated, converted), _heldOut);
        }
    }

    public Funnel Of(JourneyDefinition journey, int version, DateTimeOffset asOf)
    {
        var known = journey.Steps.ToDictionary(step => step.Id, StepWriter.TypeOf, StringComparer.Ordinal);
        IEnumerable<string> order = [.. journey.Steps.Select(step => step.Id), .. _steps.Keys.Where(id => !known.ContainsKey(id)).Order(StringComparer.Ordinal)];
        return new(
            journey.Key,
            version,
            asOf,
            _runs,
            _active,
            _paused,
            _holdOut,
            _ended.GetValueOrDefault(StepCount.NameOf(RunEndingKind.Converted)),
            _ended,
            _exits,
            [.. order.Select(id => (_steps.GetValueOrDefault(id) ?? new()).Of(id, known.GetValueOrDefault(id)))],
            Lift.Of(_treated, _heldOut, journey.Goal is not null));
    }

    private static FunnelGroup Raised(FunnelGroup group, int converted) => new(group.Runs + 1, group.Converted + converted);

    private StepCount At(string step) => _steps.TryGetValue(step, out var count) ? count : _steps[step] = new();
}
