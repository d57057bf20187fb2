using System.Text;
using System.Text.Json;
using UserOps.Application.Events;
using UserOps.Application.Paths;
using UserOps.Application.Segments;
using UserOps.Application.Segments.Sweeps;
using UserOps.Application.Settings;
using UserOps.Tests.Segments.Definitions;
using UserOps.Tests.Segments.Reviews;
using static UserOps.Tests.Said;

namespace UserOps.Tests.Paths;

public sealed class FindPathsTests
{
    private const string Question = """{"event":"Product Viewed","from":"2026-01-01","until":"2026-02-01","steps":2}""";

    private readonly Town _town = new();

    [Fact]
    public async Task A_sweep_in_turns_of_any_order_finds_what_is_found_at_once()
    {
        await VisitsAsync(60, new Random(4));
        foreach (var question in (string[])[Question, Question.Replace("\"steps\"", "\"direction\":\"before\",\"steps\"", StringComparison.Ordinal)])
        {
            var atOnce = await FindAsync(question, patient: true);
            Assert.True(atOnce is { Done: true, Exact: true, People: 60, BucketsDone: 256 });
            for (var seed = 0; seed < 3; seed++)
            {
                var later = await FindAsync(question, patient: false, seed);
                Assert.Equal(Text(atOnce), Text(later));
            }
        }
    }

    [Fact]
    public async Task Who_is_one_person_by_now_is_counted_once()
    {
        await _town.World.ApplyAsync(Track("a", User("ann"), 0), Track("b", User("bob"), 0.1), Track("c", User("bob"), 0.2, "Product Added"));
        await _town.World.ApplyAsync(Alias("m", "bob", User("ann"), 1) with { Identity = User("ann") });
        await _town.WorkAsync();
        var found = await FindAsync(Question.Replace("}", ""","collapseRepeats":false}""", StringComparison.Ordinal));
        Assert.Equal((1, 1, 2), (found.People, found.Users, found.Occurrences));
        Assert.Equal("Product Viewed, Product Added", string.Join(", ", found.Steps[0].Events.Select(one => one.Event).Order(StringComparer.Ordinal).Reverse()));
    }

    [Fact]
    public async Task What_the_suite_made_known_itself_is_left_out_unless_asked_for()
    {
        await _town.World.PublishAsync("active", """{"event":"Product Viewed","within":"P7D"}""");
        await _town.WorkAsync();
        await _town.World.ApplyAsync(Track("a", User("ann"), _town.Day));
        await _town.PassAsync(TimeSpan.FromHours(1));
        Assert.Empty((await FindAsync(Question)).Steps[0].Events);
        Assert.Equal("Segment Entered", Assert.Single((await FindAsync(Question.Replace("}", ""","ownEvents":true}""", StringComparison.Ordinal))).Steps[0].Events).Event);
    }

    [Theory]
    [InlineData(""" "segment":"ulm" """)]
    [InlineData(""" "where":{"field":"trait.city","op":"is","value":"Ulm"} """)]
    public async Task Only_those_in_a_segment_are_looked_at(string who)
    {
        await _town.World.PublishAsync("ulm", SegmentShelf.Ulm);
        await VisitsAsync(10, new Random(1));
        await _town.World.ApplyAsync(Identify("i", User("u0"), 5, ("city", "Ulm")), Identify("j", User("u1"), 5, ("city", "Bonn")));
        var question = Question.Replace("}", $",{who}}}", StringComparison.Ordinal);
        var (atOnce, later) = (await FindAsync(question), await FindAsync(question, patient: false));
        Assert.Equal((1, 1), (atOnce.People, atOnce.Users));
        Assert.Equal(Text(atOnce), Text(later));
    }

    [Fact]
    public async Task Deaths_of_those_who_carry_it_out_change_no_count()
    {
        await VisitsAsync(40, new Random(9));
        var expected = await FindAsync(Question, patient: true);
        var id = await AskAsync(Question);
        var random = new Random(7);

        // Reads are left alone here: who can't be read is told of, not tried again.
        _town.World.Store.Before = _town.World.Store.After = operation => operation.Partition.Value.StartsWith("sweep~", StringComparison.Ordinal) && random.Next(12) == 0
            ? throw new IOException("gone") : Task.CompletedTask;
        for (var hour = 0; hour < 12; hour++)
        {
            try
            {
                await _town.World.Queue.DrainAsync(_town.World.Get<HandleMessage>().RunAsync, random);
                _town.Clock.Advance(TimeSpan.FromHours(1.1));
                await _town.World.Get<ResumeSweeps>().RunOnceAsync(default);
            }
            catch (IOException)
            {
            }
        }

        _town.World.Store.Before = _town.World.Store.After = null;
        _town.Clock.Advance(TimeSpan.FromHours(1.1));
        await _town.World.Get<ResumeSweeps>().RunOnceAsync(default);
        await _town.World.DrainAsync();
        Assert.Equal(Text(expected), Text((await _town.World.Get<FindPaths>().ReadAsync(id, default))!));
    }

    [Fact]
    public async Task Whoever_cannot_be_read_is_counted_as_such_and_holds_up_nobody()
    {
        await VisitsAsync(10, new Random(2));
        var key = (await _town.World.ProfileAsync("u0"))!.Key;
        _town.World.Store.Before = operation => operation.Partition.Value == key ? throw new IOException("broken") : Task.CompletedTask;
        var found = await FindAsync(Question, patient: false);
        Assert.Equal((9, 1, true), (found.People, found.Failed, found.Done));
    }

    [Fact]
    public async Task An_answer_is_kept_for_a_day()
    {
        await VisitsAsync(5, new Random(2));
        var id = await AskAsync(Question);
        await _town.WorkAsync();
        _town.Clock.Advance(ResumeSweeps.Kept - TimeSpan.FromMinutes(1));
        await _town.World.Get<ResumeSweeps>().RunOnceAsync(default);
        Assert.True((await _town.World.Get<FindPaths>().ReadAsync(id, default))!.Done);
        _town.Clock.Advance(TimeSpan.FromMinutes(2));
        await _town.World.Get<ResumeSweeps>().RunOnceAsync(default);
        Assert.Null(await _town.World.Get<FindPaths>().ReadAsync(id, default));
        Assert.DoesNotContain(_town.World.Store.Rows, row => row.Partition.Value.StartsWith("sweep", StringComparison.Ordinal));
    }

    [Fact]
    public async Task More_names_than_there_is_room_for_are_told_as_others_with_what_may_be_missing()
    {
        for (var person = 0; person < 8; person++)
        {
            await _town.World.ApplyEachAsync(Enumerable.Range(0, 200).Select(i => Track($"e{person}-{i}", User($"u{person}"), i / 1000.0, i % 2 == 0 ? "Product Viewed" : $"Odd {new string('x', 200)} {person} {i}")));
        }

        var (atOnce, later) = (await FindAsync(Question), await FindAsync(Question, patient: false, seed: 3));
        Assert.Equal(Text(atOnce), Text(later));
        Assert.False(atOnce.Exact);
        Assert.True(atOnce.Error.Events > 0);
        Assert.Equal(atOnce.Steps[0].Reached, atOnce.Steps[0].Others + atOnce.Steps[0].Events.Sum(one => one.Count));
        Assert.Equal("Product Viewed", atOnce.Steps[1].Events[0].Event);
    }

    private async Task VisitsAsync(int people, Random random)
    {
        for (var i = 0; i < people; i++)
        {
            await _town.World.ApplyAsync([.. Enumerable.Range(0, 12).Select(n =>
                Track($"e{i}-{n}", User($"u{i}"), random.NextDouble() * 9, random.Next(3) switch { 0 => "Product Viewed", 1 => "Product Added", _ => "Order Completed" }))]);
        }

        _town.Clock.Advance(TimeSpan.FromDays(60));
        await _town.WorkAsync();
    }

    private FindPaths With(TimeSpan patience)
    {
        var world = _town.World;
        return new(
            world.Get<PublishedSegments>(), new SweepAtOnce(world.Get<SweepBucket>()) { Patience = patience }, world.Get<WalkPerson>(), world.Get<BeginPathsWork>(), world.Get<PathTallyRows>(),
            world.Get<SweepRows>(), world.Get<CreateSweep>(), new UserOpsSettings(), _town.Clock);
    }

    private async Task<string> AskAsync(string question) =>
        Assert.IsType<FoundPaths.Running>(await With(TimeSpan.Zero).RunAsync(Encoding.UTF8.GetBytes(question), default)).Paths.Id!;

    private async Task<PathsView> FindAsync(string question, bool patient = true, int seed = 0)
    {
        if (patient)
        {
            return Assert.IsType<FoundPaths.Counted>(await With(TimeSpan.FromMinutes(1)).RunAsync(Encoding.UTF8.GetBytes(question), default)).Paths;
        }

        var id = await AskAsync(question);
        await _town.World.DrainAsync(seed);
        return (await _town.World.Get<FindPaths>().ReadAsync(id, default))!;
    }

    private static string Text(PathsView found) => JsonSerializer.Serialize(found);
}
