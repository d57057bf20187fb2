using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using UserOps.Application.Journeys.Running;
using UserOps.Application.Messages.Links;
using UserOps.Application.Messages.Templates;
using UserOps.Application.Settings;
using UserOps.Application.Storage;
using UserOps.Application.Users;
using UserOps.Domain.Journeys;

namespace UserOps.Application.Journeys.Simulation;

/// <summary>Goes through what is stored of many people, one by one, as if a journey had been open then. Nothing is written and nothing is sent.</summary>
public sealed class SimulateJourney(ITableStore real, UserKeys keys, UserOpsSettings settings, PublicUrl url, CompiledVersions compiled, JourneyRows rows, FindJourney find, ConditionForm conditions)
{
    /// <summary>Each keeps a processor busy.</summary>
    private static readonly int Together = Math.Clamp(Environment.ProcessorCount, 1, 4);

    private readonly StockShelf _stock = new(rows, find, conditions);
    private readonly ScanPeople _scan = new(real);
    private readonly ReadPast _past = new(real, new JourneyRunRows(real));

    /// <param name="seen">Called with each person who might have come in, by several at once.</param>
    /// <exception cref="OperationCanceledException">By the caller; time that is up gives what there is.</exception>
    internal async Task<SimulationFigures> RunAsync(
        JourneyVersion tried, SimulationSpan span, PeopleWanted wanted, CancellationToken cancel, Action<SimulatedPerson>? seen = null)
    {
        var tally = new SimulationTally(tried.Journey, settings);
        var (shelf, known) = await _stock.RunAsync(tried, cancel);
        var (borrowed, worlds) = (new BorrowedRows(real), new ConcurrentBag<ScratchWorld>());
        var (journeys, door) = (known.ToHashSet(StringComparer.Ordinal), Door.EventOf(tried.Journey.Entry));
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(wanted.Time);
        var more = false;
        try
        {
            var atOnce = new ParallelOptions { MaxDegreeOfParallelism = Together, CancellationToken = patience.Token };
            await Parallel.ForEachAsync(FirstAsync(wanted, () => more = true, patience.Token), atOnce, async (user, stop) =>
            {
                if (await _past.RunAsync(user, span, door, journeys, stop) is not { } past)
                {
                    tally.Add(null);
                    return;
                }

                var world = worlds.TryTake(out var free) ? free : new ScratchWorld(settings, url, keys, compiled, shelf, borrowed);
                try
                {
                    var person = await new SimulatePerson(world, tried.Journey, traced: false).RunAsync(past, span, stop);
                    tally.Add(person);
                    seen?.Invoke(person);
                }
                finally
                {
                    worlds.Add(world);
                }
            });
            return tally.Read(span, more ? "users" : null);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return tally.Read(span, "time");
        }
        finally
        {
            foreach (var world in worlds)
            {
                world.Dispose();
            }
        }
    }

    /// <summary>Somebody who was never stored.</summary>
    internal async Task<SimulatedPerson> RunAsync(JourneyVersion tried, SimulationSpan span, PersonPast past, CancellationToken cancel)
    {
        var (shelf, _) = await _stock.RunAsync(tried, cancel);
        using var world = new ScratchWorld(settings, url, keys, compiled, shelf, new(real));
        return await new SimulatePerson(world, tried.Journey, traced: true).RunAsync(past, span, cancel);
    }

    private async IAsyncEnumerable<string> FirstAsync(PeopleWanted wanted, Action thereAreMore, [EnumeratorCancellation] CancellationToken cancel)
    {
        var count = 0;
        await foreach (var user in _scan.RunAsync(wanted.Sample, cancel))
        {
            if (count++ == wanted.Most)
            {
                thereAreMore();
                yield break;
            }

            yield return user;
        }
    }
}
