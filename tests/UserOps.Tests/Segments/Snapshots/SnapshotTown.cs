using System.Text;
using UserOps.Application.Segments.Members;
using UserOps.Application.Segments.Snapshots;
using UserOps.Application.Segments.Sweeps;
using UserOps.Tests.Segments.Reviews;
using static UserOps.Tests.Said;

namespace UserOps.Tests.Segments.Snapshots;

/// <summary>Snapshots in few words.</summary>
internal static class SnapshotTown
{
    public const string Segment = "ulm";

    /// <summary>Users <c>u{from}</c> to <c>u{to-1}</c>, who live there from now on.</summary>
    public static Task LiveAsync(this Town town, int from, int to, string city) => town.World.ApplyAsync(
        [.. Enumerable.Range(from, to - from).Select(i => Identify($"i{i}{city}{town.Now.Ticks}", User($"u{i}"), town.Day, ("city", city)))]);

    public static async Task<Snapshot> TakeAsync(this Town town, string? key = null, string? name = null) =>
        Assert.IsType<SnapshotTaken.Accepted>(await town.World.Get<TakeSnapshot>().RunAsync(Segment, key, name, default)).Snapshot;

    /// <summary>And everything is done that it asks for.</summary>
    public static async Task<Snapshot> TakenAsync(this Town town, string? name = null)
    {
        var taken = await town.TakeAsync(name: name);
        await town.PassAsync(TakeSnapshot.Settling);
        return (await town.ReadAsync(taken.Id))!;
    }

    public static async Task<Snapshot?> ReadAsync(this Town town, string id) => (await town.World.Get<SnapshotRows>().FindAsync(Segment, id, default))?.Snapshot;

    /// <summary>By what they are called now.</summary>
    public static async Task<string[]> UsersAsync(this Town town, Snapshot snapshot) => await town.FileAsync(town.World.Get<SnapshotBuckets>().UsersAsync(snapshot.TakenBy, default));

    public static async Task<string[]> ChangedAsync(this Town town, Snapshot before, Snapshot? after, SnapshotChange set) =>
        await town.FileAsync(town.World.Get<CompareSnapshots>().UsersAsync(before, after, set, default));

    /// <summary>What is left in the store of any snapshot.</summary>
    public static string[] Left(this Town town) => [.. town.World.Store.Rows.Where(row => row.Partition.Value.StartsWith("snapshot", StringComparison.Ordinal)).Select(row => $"{row.Partition} {row.Key}")];

    /// <summary>Has everybody who died on the way made up for.</summary>
    public static async Task ResumeAsync(this Town town, int hours)
    {
        for (var hour = 0; hour < hours; hour++)
        {
            town.Clock.Advance(TimeSpan.FromHours(1.1));
            try
            {
                await town.World.Get<ResumeSweeps>().RunOnceAsync(default);
                await town.PassAsync(TakeSnapshot.Settling);
            }
            catch (IOException)
            {
            }
        }
    }

    private static async Task<string[]> FileAsync(this Town town, IAsyncEnumerable<string> users)
    {
        using var file = new MemoryStream();
        await town.World.Get<ExportMembers>().FormerAsync(users, file, default);
        return [.. Encoding.UTF8.GetString(file.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1).Select(line => line.Split(',')[0]).Order(StringComparer.Ordinal)];
    }

    public static string[] Named(IEnumerable<int> users) => [.. users.Select(i => $"u{i}").Order(StringComparer.Ordinal)];
}
