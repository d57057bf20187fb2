using UserOps.Application.Events;
using UserOps.Application.Segments;
using UserOps.Application.Segments.Sweeps;
using UserOps.Tests.Segments.Definitions;
using UserOps.Tests.Segments.Reviews;
using static UserOps.Tests.Said;

namespace UserOps.Tests.Segments.Sweeps;

public sealed class SweepTests
{
    private static int Runs => Environment.GetEnvironmentVariable("USEROPS_LONG") is null ? 6 : 500;

    private readonly Town _town = new();

    [Fact]
    public async Task A_preview_counts_whom_publishing_lets_in_and_out_at_once_or_by_a_sweep()
    {
        for (var seed = 0; seed < Runs; seed++)
        {
            var random = new Random(seed);
            var town = await LivedInAsync(random);
            foreach (var (key, where) in Town.Segments)
            {
                // The first versions, then ones that turn everything round.
                foreach (var tried in (string[])[where, $$"""{"not":{{where}}}"""])
                {
                    var before = await MembersAsync(town, key);
                    var document = SegmentShelf.Document(key, tried);
                    var preview = await PreviewAsync(town, document, random.Next(2) == 0);
                    await town.World.PublishAsync(key, document);
                    await town.PassAsync(BackFill.Wait);

                    var after = await MembersAsync(town, key);
                    Assert.True(
                        (after.Count, after.Except(before).Count(), before.Except(after).Count()) == (preview.Count, preview.Entering, preview.Leaving),
                        $"seed {seed}, {tried}: {preview}, but {before.Count} were in and {after.Count} are");
                }

                await town.World.PublishAsync(key, where);
                await town.PassAsync(BackFill.Wait);
            }

            await town.CheckAsync($"seed {seed}");
        }
    }

    [Fact]
    public async Task Publishing_looks_at_everybody_and_says_how_far_it_is()
    {
        await PeopleAsync(60);
        await _town.World.PublishAsync("ulm", SegmentShelf.Ulm);
        var waiting = (await _town.World.Get<ReadSegment>().RunAsync("ulm", default))!;
        Assert.Equal((0, false, 0), (waiting.Size, waiting.BackFill!.Done, waiting.BackFill.BucketsDone));

        await _town.PassAsync(BackFill.Wait);
        var done = (await _town.World.Get<ReadSegment>().RunAsync("ulm", default))!;
        Assert.Equal((30, true, 256, 60), (done.Size, done.BackFill!.Done, done.BackFill.BucketsDone, done.BackFill.Users));
        await _town.CheckAsync("published");
    }

    [Fact]
    public async Task Archiving_lets_everybody_out()
    {
        await PeopleAsync(10);
        await _town.World.PublishAsync("ulm", SegmentShelf.Ulm);
        await _town.PassAsync(BackFill.Wait);
        await _town.World.Get<ArchiveSegment>().RunAsync("ulm", default);
        await _town.PassAsync(BackFill.Wait);
        Assert.Equal(0, (await _town.World.Get<ReadSegment>().RunAsync("ulm", default))!.Size);
        Assert.All(_town.World.Profiles(), profile => Assert.Null(profile.Segments));
        Assert.Equal("+ulm -ulm", await _town.ToldOfAsync("u0"));
    }

    [Fact]
    public async Task A_sweep_survives_deaths_of_those_who_carry_it_out()
    {
        await PeopleAsync(40);
        var random = new Random(7);
        _town.World.Store.Before = _town.World.Store.After = _ => random.Next(60) == 0 ? throw new IOException("gone") : Task.CompletedTask;
        while (true)
        {
            try
            {
                await _town.World.PublishAsync("ulm", SegmentShelf.Ulm);
                break;
            }
            catch (IOException)
            {
            }
        }

        // What was announced and never made, and turns that nobody called, are made up for by the hour.
        for (var hour = 0; hour < 20; hour++)
        {
            _town.Clock.Advance(TimeSpan.FromHours(1.1));
            try
            {
                await _town.World.Get<ResumeSweeps>().RunOnceAsync(default);
                await _town.WorkAsync();
            }
            catch (IOException)
            {
            }
        }

        _town.World.Store.Before = _town.World.Store.After = null;
        _town.Clock.Advance(TimeSpan.FromHours(1.1));
        await _town.World.Get<ResumeSweeps>().RunOnceAsync(default);
        await _town.PassAsync(TimeSpan.FromHours(2));
        Assert.True((await _town.World.Get<ReadSegment>().RunAsync("ulm", default))!.BackFill!.Done);
        await _town.CheckAsync("after deaths");
        await _town.World.Get<ResumeSweeps>().RunOnceAsync(default);
        Assert.Empty(await _town.World.Get<SweepRows>().OpenAsync(default).ToListAsync());
    }

    [Fact]
    public async Task Whose_review_broke_is_looked_at_later()
    {
        await PeopleAsync(10);
        var key = (await _town.World.ProfileAsync("u0"))!.Key;
        await _town.World.PublishAsync("ulm", SegmentShelf.Ulm);
        _town.World.Store.Before = operation => operation.Partition.Value == key ? throw new IOException("broken") : Task.CompletedTask;
        await _town.World.DrainAsync();
        _town.Clock.Advance(BackFill.Wait);
        while (_town.World.Queue.Due.Count > 0)
        {
            try
            {
                await _town.World.DrainAsync();
            }
            catch (IOException)
            {
                break;
            }
        }

        Assert.Equal(1, (await _town.World.Get<ReadSegment>().RunAsync("ulm", default))!.BackFill!.Failed);
        _town.World.Store.Before = null;
        await _town.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(5, (await _town.World.Get<ReadSegment>().RunAsync("ulm", default))!.Size);
    }

    [Fact]
    public async Task Old_previews_are_thrown_away()
    {
        await PeopleAsync(3);
        var preview = await PreviewAsync(_town, SegmentShelf.Document("ulm", SegmentShelf.Ulm), atOnce: false);
        Assert.Equal(2, preview.Count);
        _town.Clock.Advance(ResumeSweeps.Kept + TimeSpan.FromMinutes(1));
        await _town.World.Get<ResumeSweeps>().RunOnceAsync(default);
        Assert.DoesNotContain(_town.World.Store.Rows, row => row.Partition.Value.StartsWith("sweep", StringComparison.Ordinal));
    }

    /// <summary>Every second one of Ulm.</summary>
    private Task PeopleAsync(int count) => _town.World.ApplyAsync(
        [.. Enumerable.Range(0, count).Select(i => Identify($"i{i}", User($"u{i}"), _town.Day, ("city", i % 2 == 0 ? "Ulm" : "Bonn")))]);

    private static async Task<Town> LivedInAsync(Random random)
    {
        var town = new Town();
        var stream = new AnyStream(random);
        for (var i = 0; i < 20; i++)
        {
            await town.World.ApplyAsync(stream.Next(town.Day));
            await town.PassAsync(TimeSpan.FromHours(random.Next(60)));
        }

        return town;
    }

    private static async Task<HashSet<string>> MembersAsync(Town town, string key)
    {
        await town.WorkAsync();
        return [.. town.World.Profiles().Where(profile => profile.Segments?.Any(one => one.Segment == key) == true).Select(profile => profile.Key)];
    }

    private static async Task<PreviewView> PreviewAsync(Town town, byte[] document, bool atOnce)
    {
        var world = town.World;
        var patience = new SweepAtOnce(world.Get<SweepBucket>()) { Patience = atOnce ? TimeSpan.FromMinutes(1) : TimeSpan.Zero };
        var preview = new PreviewSegment(
            world.Get<CheckSegment>(), world.Get<PublishedSegments>(), patience, world.Get<PreviewUser>(), world.Get<CreateSweep>(), town.Clock);
        switch (await preview.RunAsync(document, null, default))
        {
            case Previewed.Counted { Preview: var counted }:
                return counted;
            case Previewed.Running { Preview.Id: { } id }:
                await world.Queue.DrainAsync(world.Get<HandleMessage>().RunAsync, new Random(1));
                var rows = world.Get<SweepRows>();
                return PreviewView.Of((await rows.FindAsync(id, default))!, await rows.LanesAsync(id, default));
            default:
                throw new InvalidOperationException("Refused.");
        }
    }
}
