using UserOps.Application.Scoring;
using UserOps.Application.Segments;
using UserOps.Application.Segments.Audiences;
using UserOps.Application.Segments.Reviews;
using UserOps.Application.Segments.Sweeps;
using UserOps.Application.Users;
using UserOps.Domain.Events;
using UserOps.Domain.Users;
using UserOps.Tests.Segments.Definitions;
using UserOps.Tests.Tags;

namespace UserOps.Tests.Segments.Reviews;

/// <summary>People, a clock, and segments that they are in.</summary>
internal sealed class Town
{
    /// <summary>All kinds of conditions: windows, lists of what did not happen, nested ones, tags, orders, traits, days.</summary>
    public static readonly (string Key, string Where)[] Segments =
    [
        ("ulm", SegmentShelf.Ulm),
        ("active", """{"event":"Product Viewed","within":"P7D"}"""),
        ("busy", """{"event":"Product Viewed","times":{"atLeast":2},"within":"PT36H"}"""),
        ("silent", """{"event":"Product Viewed","times":{"atMost":0},"within":"P10D"}"""),
        ("buyer", """{"field":"orders.count","op":"atLeast","value":1}"""),
        ("fresh-buyer", """{"field":"orders.last","op":"withinLast","value":"P14D"}"""),
        ("lapsed", """{"all":[{"segment":"buyer"},{"not":{"segment":"fresh-buyer"}}]}"""),
        ("vip", """{"field":"tag","op":"has","value":"vip"}"""),
        ("unseen", """{"field":"user.lastSeen","op":"notWithinLast","value":"P5D"}"""),
        ("worth-a-call", """{"any":[{"all":[{"segment":"vip"},{"segment":"lapsed"}]},{"all":[{"segment":"silent"},{"segment":"ulm"}]}]}"""),
        ("keen-in-ulm", """{"all":[{"segment":"ulm"},{"field":"tag","op":"has","value":"keen"}]}"""),
        ("often-lately", """{"field":"tag.views","op":"atLeast","value":2}"""),
        ("likes-shoes", """{"all":[{"field":"tag.likes","op":"is","value":"shoes"},{"not":{"segment":"often-lately"}}]}"""),
        ("steady", """{"field":"rhythm.days","op":"atMost","value":6}"""),
        ("leaving", """{"field":"churn.risk","op":"in","value":["watch","at-risk"]}"""),
        ("nobody", """{"all":[{"segment":"active"},{"not":{"segment":"active"}}]}"""),
    ];

    public Town()
    {
        Clock = new();
        World = new(clock: Clock);
    }

    public World World { get; }

    public ManualClock Clock { get; }

    public DateTimeOffset Now => Clock.GetUtcNow();

    /// <summary>Days since the beginning of events in tests.</summary>
    public double Day => (Now - Said.Start).TotalDays;

    /// <summary>Rules that are built from segments and tags, and one that a segment is built from; a tag that expires.</summary>
    public static readonly (string Key, string Properties)[] Tags =
    [
        ("trial", "\"kind\":\"manual\",\"ttl\":\"P5D\""),
        ("keen", """ "kind":"rule","where":{"all":[{"segment":"active"},{"field":"tag","op":"has","value":"trial"}]} """),
        ("quiet", """ "kind":"rule","where":{"not":{"field":"tag","op":"has","value":"keen"}} """),
        ("views", Computed("number", "\"of\":\"count\",\"within\":\"P7D\"")),
        ("spent", Computed("number", "\"of\":\"sum\",\"property\":\"price\",\"within\":\"P10D\"")),
        ("last-look", Computed("text", "\"of\":\"latest\",\"property\":\"category\",\"within\":\"PT60H\"")),
        ("likes", Computed("text", "\"of\":\"mostFrequent\",\"property\":\"category\",\"within\":\"P14D\"")),
    ];

    public async Task PublishAllAsync()
    {
        foreach (var (key, where) in Segments.Where(one => one.Key == "active"))
        {
            await World.PublishAsync(key, where);
        }

        foreach (var (key, rest) in Tags)
        {
            await World.ActivateAsync(key, TagShelf.Document(key, rest));
        }

        foreach (var (key, where) in Segments)
        {
            await World.PublishAsync(key, where);
        }
    }

    private static string Computed(string type, string compute) =>
        $"\"kind\":\"computed\",\"valueType\":\"{type}\",\"compute\":{{{compute},\"event\":\"Product Viewed\"}}";

    /// <summary>What the queue holds and what is due.</summary>
    public async Task WorkAsync()
    {
        await World.DrainAsync();
        while (await World.Get<ReviewDueUsers>().RunOnceAsync(default) <= Now)
        {
        }

        await World.DrainAsync();
    }

    public async Task PassAsync(TimeSpan time)
    {
        Clock.Advance(time);
        await WorkAsync();
    }

    /// <summary>Scores the day and does what follows, in all processes.</summary>
    public async Task NightAsync()
    {
        await World.Get<ScoreUsers>().RunAsync(DateOnly.FromDateTime(Now.UtcDateTime), null, default);
        await PassAsync(BackFill.Wait);
    }

    public async Task<string> SegmentsOfAsync(string user) =>
        string.Join(' ', ((await World.ProfileAsync(Identifier.User(user)))?.Segments ?? []).Select(one => one.Segment));

    public IEnumerable<UserEvent> PassagesOf(Profile profile) => World.EventsOf(profile).Where(said => said.Source == UserFold.PassageSource);

    public async Task<string> ToldOfAsync(string user) => string.Join(' ', PassagesOf((await World.ProfileAsync(Identifier.User(user)))!)
        .Select(said => (said.Name == "Segment Entered" ? "+" : "-") + said.Properties!.Value.GetProperty("segment").GetString()));

    /// <summary>Profiles, audiences and their counts all say what evaluation from scratch says now.</summary>
    public async Task CheckAsync(string context)
    {
        var wrong = await FromScratch.DifferencesAsync(World.Get<PublishedSegments>(), World.Get<JudgeSegments>(), World.Get<AudienceRows>(), World.Profiles(), World.Store, Now);
        Assert.True(wrong.Count == 0, $"{context}: {string.Join('\n', wrong)}\n{World.Redirects()}");
        Assert.DoesNotContain(World.Store.Rows, row => row.Partition.Value.StartsWith(UserKeys.Prefix, StringComparison.Ordinal) && row.Key.Value.StartsWith("x~", StringComparison.Ordinal));
    }
}
