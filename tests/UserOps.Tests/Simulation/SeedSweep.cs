using System.Diagnostics;
using System.Globalization;

namespace UserOps.Tests.Simulation;

/// <summary>Runs seeds, each on one thread from beginning to end and several threads side by side, until one breaks something.</summary>
internal sealed class SeedSweep(SeedRange range, int threads)
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, int> _faults = new(StringComparer.Ordinal);
    private readonly Stopwatch _watch = new();
    private Exception? _thrown;
    private int _next = range.First;
    private long _steps;

    public int Done { get; private set; }

    /// <summary>Null: everything held.</summary>
    public Verdict? Broken { get; private set; }

    /// <summary>Of the seed that was done last.</summary>
    public Verdict? Latest { get; private set; }

    /// <param name="trace">For a range of one seed.</param>
    public void Run(TextWriter? trace)
    {
        _watch.Start();
        Thread[] all = [.. Enumerable.Range(0, threads).Select(_ => new Thread(() => Work(trace)))];
        Array.ForEach(all, thread => thread.Start());
        Array.ForEach(all, thread => thread.Join());
        _watch.Stop();
        if (_thrown is { } thrown)
        {
            throw new InvalidOperationException($"A seed between {range.First} and {_next - 1} threw.", thrown);
        }
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Done} seeds done of {range.First}-{_next - 1}, {_watch.Elapsed.TotalSeconds:F1} s, {Done / _watch.Elapsed.TotalSeconds:F1} seeds a second, {_steps} steps; {string.Join(", ", _faults.Select(f => $"{f.Key} {f.Value}"))}");

    private void Work(TextWriter? trace)
    {
        try
        {
            while (Next() is { } seed)
            {
                Note(Verdict.Of(seed, new() { TraceTo = trace }));
            }
        }
        catch (Exception thrown)
        {
            // On a thread of one's own nobody else would catch it.
            lock (_lock)
            {
                _thrown = thrown;
            }
        }
    }

    private int? Next()
    {
        lock (_lock)
        {
            var enough = range.Enough is { } time && _watch.Elapsed >= time && _next - range.First >= SeedRange.Least;
            return Broken is null && _thrown is null && _next <= range.Last && !enough ? _next++ : null;
        }
    }

    private void Note(Verdict verdict)
    {
        lock (_lock)
        {
            Latest = verdict;
            if (verdict.Broken.Count > 0)
            {
                Broken ??= verdict;
                return;
            }

            Done++;
            _steps += verdict.Simulation.Scheduler.Steps;
            foreach (var (kind, times) in verdict.Simulation.Faults.Counts)
            {
                _faults[kind] = _faults.GetValueOrDefault(kind) + times;
            }
        }
    }
}
