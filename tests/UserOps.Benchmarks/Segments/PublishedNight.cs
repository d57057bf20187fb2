using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using UserOps.Application.Events;
using UserOps.Application.Operations;
using UserOps.Application.Scoring;
using UserOps.Application.Segments;
using UserOps.Application.Segments.Reviews;
using UserOps.Application.Settings;
using UserOps.Application.Storage;
using UserOps.Application.Users;
using UserOps.Domain;
using UserOps.Domain.Scoring;
using UserOps.LocalHost.Queues;

namespace UserOps.Benchmarks.Segments;

/// <summary>A shop with two published segments, one built from the other, and what a night and an event do to it. Each step runs in a process of its own.</summary>
internal static class PublishedNight
{
    private const int Together = 50;
    private static readonly DateTimeOffset Evening = new(Shop.LastDay.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);

    private static readonly (string Key, string Where)[] Segments =
    [
        ("valued", """{"field":"score.segment","op":"in","value":["champions","loyal-customers","potential-loyalist"]}"""),
        ("keen", """
            {"all":[
              {"event":"Product Viewed","times":{"atLeast":2},"within":"P90D"},
              {"sequence":[{"event":"Product Viewed"},{"event":"Product Added"}],"within":"P7D","since":"P90D"},
              {"not":{"segment":"valued"}}
            ]}
            """),
    ];

    /// <summary>Takes the events in, scores the last day, publishes, and has everybody looked at.</summary>
    public static async Task BuildAsync(string path, int customers)
    {
        using var place = new LocalPlace(path, Evening);
        var watch = Stopwatch.StartNew();
        foreach (var some in Enumerable.Range(0, customers).Chunk(Together))
        {
            await place.Get<IApplyEvents>().RunAsync([.. some.SelectMany(Shop.EventsOf)], default);
        }

        Print($"  events     {customers * (long)Shop.EventsEach,11:N0}  {watch.Elapsed.TotalSeconds,8:N1} s");
        watch.Restart();
        await ScoreAsync(place, Shop.LastDay);
        Print($"  scoring    {customers,11:N0}  {watch.Elapsed.TotalSeconds,8:N1} s");
        watch.Restart();
        foreach (var (key, where) in Segments)
        {
            await place.Get<SaveSegment>().RunAsync(key, Encoding.UTF8.GetBytes($$"""{"key":"{{key}}","name":"{{key}}","kind":"dynamic","where":{{where}}}"""), null, default);
            await place.Get<PublishSegment>().RunAsync(key, null, default);
            place.Clock.Now += TimeSpan.FromMinutes(1);
            await DrainAsync(place);
        }

        Print($"  back-fills {2L * customers,11:N0}  {watch.Elapsed.TotalSeconds,8:N1} s");
    }

    /// <summary>The night after the next day: scores, and those whose instant has come until then.</summary>
    public static async Task NightAsync(string path)
    {
        var night = Evening.AddDays(1).AddHours(2);
        var store = default(WatchedStore);
        using var place = new LocalPlace(path, night, inner => store = new(inner));
        var due = await DueAsync(place, night);
        var scoring = Stopwatch.StartNew();
        await ScoreAsync(place, Shop.LastDay.AddDays(1));
        var scored = scoring.Elapsed;
        var changed = await ChangedAsync(place, Shop.LastDay.AddDays(1));
        var (before, written) = (store!.Looks, store.Written);
        var watch = Stopwatch.StartNew();
        await DrainAsync(place);
        await place.Get<ReviewDueUsers>().UpToNowAsync(default);
        await DrainAsync(place);
        var took = watch.Elapsed;
        var looked = store.Looks - before;
        Print($"  night      {due,11:N0} due, {changed:N0} with other scores, {looked:N0} looked at, {store.Written - written:N0} rows written, {took.TotalSeconds:N1} s, {took.TotalMicroseconds / Math.Max(1, looked):N0} µs each; scoring {scored.TotalSeconds:N1} s");
        await CheckAsync(place, night);
    }

    private static async Task ScoreAsync(LocalPlace place, DateOnly day)
    {
        await place.Get<RequestRun>().RunAsync(day, default);
        await place.Get<ScoreUsers>().RunAsync(day, null, default);
    }

    private static async Task DrainAsync(LocalPlace place)
    {
        var worker = new QueueWorker(place.Queue, place.Get<HandleMessage>().RunAsync, place.Get<BuryMessage>(), place.Get<UserOpsSettings>().Limits, NullLogger<QueueWorker>.Instance);
        while (await worker.RunOnceAsync(default) <= place.Clock.Now)
        {
        }

        if (place.Queue.Depth > 0)
        {
            throw new InvalidOperationException($"{place.Queue.Depth} messages are left.");
        }
    }

    /// <summary>How many people's instants have come, counted in the index itself.</summary>
    private static async Task<int> DueAsync(LocalPlace place, DateTimeOffset now)
    {
        var users = new HashSet<string>(StringComparer.Ordinal);
        for (var shard = 0; shard < TimedKeys.Shards; shard++)
        {
            var rows = place.Store.RowsAsync(new(new TimedKeys("due~").Shard(shard)), default).Select(row => TimedKeys.Parse(row.Key.Value)!.Value);
            users.UnionWith(await rows.TakeWhile(row => row.At <= now).Select(row => row.Id).ToListAsync());
        }

        return users.Count;
    }

    private static async Task<int> ChangedAsync(LocalPlace place, DateOnly day)
    {
        var changed = 0;
        for (var bucket = 0; bucket < Buckets.Count; bucket++)
        {
            changed += await place.Store.RowsAsync(RowQuery.Prefix(FactRow.Partition((byte)bucket), ScoreRow.Prefix), default).CountAsync(row => ScoreRow.Read(row).Since == Days.Of(day));
        }

        return changed;
    }

    /// <summary>Of people here and there, that they are where evaluation from scratch puts them.</summary>
    private static async Task CheckAsync(LocalPlace place, DateTimeOffset now)
    {
        var set = await place.Get<PublishedSegments>().ReadAsync(default);
        var (seen, inside) = (0, 0);
        for (var customer = 0; customer < 1_000_000 && seen < 2_000; customer += 7)
        {
            if ((await place.Get<FindUser>().RunAsync(place.Get<UserKeys>().Of(Shop.Named(customer).Identifiers().First()), default)).Holder is not Holder.Here { Profile: var profile })
            {
                break;
            }

            seen++;
            var verdicts = await place.Get<JudgeSegments>().RunAsync(profile, set, now, default);
            string[] expected = [.. verdicts.Where(one => one.Value.Holds).Select(one => one.Key).Order(StringComparer.Ordinal)];
            inside += expected.Length;
            if (!expected.SequenceEqual((profile.Segments ?? []).Select(one => one.Segment)))
            {
                throw new InvalidOperationException($"Customer {customer} is not where evaluation from scratch says.");
            }
        }

        Print($"  checked    {seen,11:N0} people in {inside:N0} places, all as from scratch");
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
