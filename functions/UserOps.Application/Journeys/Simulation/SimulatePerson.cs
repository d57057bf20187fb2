using UserOps.Application.Events;
using UserOps.Application.Journeys.Running;
using UserOps.Application.Messages.Sending;
using UserOps.Application.Users;
using UserOps.Domain.Journeys;

namespace UserOps.Application.Journeys.Simulation;

/// <summary>Takes one person through the time, by the use cases that do it in earnest: what happens to them in order, and between it every alarm at its instant.</summary>
internal sealed class SimulatePerson(ScratchWorld world, JourneyDefinition journey, bool traced)
{
    /// <summary>So often is somebody's run looked at; a journey that goes round every minute must not keep everybody else waiting.</summary>
    public const int MostAdvances = 2_000;

    private const string Cause = "simulation";

    private readonly List<SimulatedWait> _waits = [];
    private int _advances;

    private bool IsCutShort => _advances >= MostAdvances;

    public async Task<SimulatedPerson> RunAsync(PersonPast past, SimulationSpan span, CancellationToken cancel)
    {
        world.Begin(span.From);
        _waits.Clear();
        _advances = 0;
        await RememberAsync(past, cancel);
        if (journey.Entry is Entry.ByHand)
        {
            await world.Get<StartRun>().RunAsync(new(past.UserKey, journey.Key, $"{Cause}~{past.UserKey}", "hand"), cancel);
        }

        await foreach (var said in past.Events)
        {
            await HappenAsync(past.UserKey, said, cancel);
            if (IsCutShort)
            {
                break;
            }
        }

        await PassAsync(span.Horizon, cancel);
        return await LookAsync(past.UserKey, cancel);
    }

    private async Task RememberAsync(PersonPast past, CancellationToken cancel)
    {
        var some = new List<IncomingEvent>(EventChunks.MaxEvents);
        await foreach (var said in past.History)
        {
            some.Add(said);
            if (some.Count == EventChunks.MaxEvents)
            {
                await RememberAsync(past.UserKey, some, cancel);
                some.Clear();
            }
        }

        await RememberAsync(past.UserKey, some, cancel);
    }

    private async Task RememberAsync(string userKey, IReadOnlyList<IncomingEvent> some, CancellationToken cancel)
    {
        foreach (var chunk in EventChunks.Of(some))
        {
            var followups = new Followups();
            followups.Add(await world.Get<CommitEvents>().RunAsync(userKey, chunk, cancel, news: false));
            await world.Get<DrainOutbox>().RunAsync(followups, cancel);
        }
    }

    private async Task HappenAsync(string userKey, IncomingEvent said, CancellationToken cancel)
    {
        var at = said.Event.OccurredAt;
        await PassAsync(at, cancel);
        world.Clock.MoveTo(at);
        await world.Get<ApplyToUser>().RunAsync(userKey, [said], cancel);
        await PassAsync(at, cancel);
    }

    /// <summary>Lets time pass up to an instant, it included.</summary>
    private async Task PassAsync(DateTimeOffset until, CancellationToken cancel)
    {
        while (!IsCutShort && Next() is { } alarm && alarm.At <= until)
        {
            world.Clock.MoveTo(alarm.At);
            do
            {
                _advances++;
            }
            while (await world.Get<AdvanceRun>().RunAsync(alarm.UserKey, alarm.RunId, cancel) is RunProgress.Again && !IsCutShort);

            await NoteWaitAsync(alarm, cancel);
            await world.Get<RunAlarms>().RemoveAsync(alarm, cancel);
        }
    }

    private RunAlarm? Next() => world.Table.RowsBelow(AlarmKeys.Partitions).Select(RunAlarm.Of).MinBy(alarm => (alarm.At, alarm.RunId));

    private async Task NoteWaitAsync(RunAlarm alarm, CancellationToken cancel)
    {
        if (traced && await world.Get<LoadRun>().RunAsync(alarm.UserKey, alarm.RunId, cancel) is { Run: { Wait: { } wait, Step: { } step } run })
        {
            var told = new SimulatedWait(run.Id, step, run.Occurrence, world.Clock.GetUtcNow(), wait.Until, (wait as RunWait.Turn)?.Because);
            if (!_waits.Exists(known => known with { At = told.At } == told))
            {
                _waits.Add(told);
            }
        }
    }

    private async Task<SimulatedPerson> LookAsync(string userKey, CancellationToken cancel)
    {
        var key = (await world.Get<FindUser>().RunAsync(userKey, cancel)).Key;
        return new(
            key,
            [.. (await world.Get<JourneyRunRows>().OfUserAsync(key, cancel).ToListAsync(cancel)).OrderBy(run => run.StartedAt).ThenBy(run => run.Id, StringComparer.Ordinal)],
            await world.Get<MessageRows>().AllAsync(key, cancel).ToListAsync(cancel),
            [.. world.Notes.Starts],
            [.. _waits],
            new Dictionary<string, string>(world.Notes.Subjects, StringComparer.Ordinal),
            IsCutShort);
    }
}
