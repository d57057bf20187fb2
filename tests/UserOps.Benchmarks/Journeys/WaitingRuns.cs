using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using UserOps.Application.Journeys;
using UserOps.Application.Journeys.Running;
using UserOps.Application.Storage;
using UserOps.Application.Users;
using UserOps.Domain;
using UserOps.Domain.Journeys;
using UserOps.Domain.Users;

namespace UserOps.Benchmarks.Journeys;

/// <summary>People asleep in a journey, in a database of its own, and the worker that takes those on whose time has come.</summary>
internal sealed class WaitingRuns : IDisposable
{
    private static readonly ParallelOptions Writers = new() { MaxDegreeOfParallelism = 64 };
    private static readonly JourneyDefinition Journey = Read("""
        {
          "key": "road", "name": "Road", "entry": { "event": "Signed Up" },
          "steps": [
            { "id": "first", "type": "wait", "for": "P30D" },
            { "id": "seen", "type": "tag", "add": ["seen"] },
            { "id": "second", "type": "wait", "for": "P60D" }
          ]
        }
        """);

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("userops-alarms");
    private readonly LocalPlace _place;
    private readonly AlarmWorker _worker;

    private WaitingRuns(int waiting, DateTimeOffset start)
    {
        Waiting = waiting;
        _place = new(_directory.FullName, start);
        _worker = new(_place.Get<RunAlarms>(), _place.Get<DriveRun>(), _place.Clock, NullLogger<AlarmWorker>.Instance);
    }

    public int Waiting { get; }

    public static async Task<WaitingRuns> OpenAsync(int waiting, DateTimeOffset start)
    {
        var runs = new WaitingRuns(waiting, start);
        var rows = runs._place.Get<JourneyRows>();
        var head = new JourneyHead(Journey.Key, Journey.Name, JourneyState.Published, 1, "", 0, start, start);
        await rows.WriteAsync(head, null, null, JourneyWriter.Write(Journey, ConditionForm.Full.Write), default);
        await runs.SleepAsync("waiting", waiting, run => start.AddDays(300).AddSeconds(run));
        return runs;
    }

    /// <summary>Takes on, by the worker and <see cref="AdvanceRun"/> as they are, people whose wait is over: a tag, and asleep again.</summary>
    /// <returns>A second.</returns>
    public async Task<double> HandleDueAsync(int due, int round)
    {
        var now = _place.Clock.Now;
        await SleepAsync($"due{round}", due, run => now.AddSeconds(run));
        _place.Clock.Now = now.AddHours(1);
        var watch = Stopwatch.StartNew();
        while (await _worker.RunOnceAsync(default) <= _place.Clock.Now)
        {
        }

        var rate = due / watch.Elapsed.TotalSeconds;
        var last = await _place.Get<JourneyRunRows>().FindAsync(User($"due{round}", due - 1), Run($"due{round}", due - 1), default);
        return last is { Run.Step: "second" } ? rate : throw new InvalidOperationException("A run that was due was not taken on.");
    }

    public void Dispose()
    {
        _place.Dispose();
        _directory.Delete(recursive: true);
    }

    private static string User(string kind, int number) => UserKeys.Prefix + HashText.Of("user", $"{kind} {number}");

    private static string Run(string kind, int number) => HashText.Of("run", $"{kind} {number}");

    private static JourneyDefinition Read(string json) =>
        JourneyReader.Read(System.Text.Encoding.UTF8.GetBytes(json), ConditionForm.Full.Read) is JourneyReading.Of { Journey: var journey } ? journey : throw new InvalidOperationException(json);

    /// <summary>Writes people with their profile, run and alarm, as they are while they sleep at the first step.</summary>
    private Task SleepAsync(string kind, int people, Func<int, DateTimeOffset> until) => Parallel.ForAsync(0, people, Writers, async (number, cancel) =>
    {
        var (user, id, at, now) = (User(kind, number), Run(kind, number), until(number), _place.Clock.Now);
        var inside = new Participation { Run = id, Journey = Journey.Key, StartedAt = now, Listens = Listening.Of(Journey) };
        var profile = new Profile { Key = user, FirstSeen = now, LastSeen = now, Rev = 1, Journeys = [inside] };
        var asleep = JourneyMachine.Begin(Journey, 1, id, user, now, 0) with { Rev = 2, Alarm = at, Wait = new RunWait.Time { Until = at } };
        await _place.Get<RunAlarms>().SetAsync(user, id, at, cancel);
        await _place.Store.CommitAsync(user, [new Change.Insert(HolderRow.Write(profile)) { Key = UserRow.Profile }, JourneyRunRows.Insert(asleep)], cancel);
    });
}
