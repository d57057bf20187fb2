using UserOps.Domain.Paths;

namespace UserOps.Tests.Paths;

/// <summary>Paths of one person, in few words: an event is a letter, then minutes since the beginning.</summary>
internal static class Walked
{
    public static readonly DateTimeOffset Start = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Ten days from the beginning, of which all is past; half an hour from one event to the next.</summary>
    public static readonly PathQuery Query = new()
    {
        Event = "A", From = Start, Until = Start.AddDays(10), AsOf = Start.AddDays(20), Session = TimeSpan.FromMinutes(30), Steps = 3,
    };

    public static PathEvent At(string name, double minutes) => new(name, Start.AddMinutes(minutes));

    public static PathTally Tally(PathQuery query, params PathEvent[] events)
    {
        var tally = PathTally.Bounded(query.Steps);
        var walk = PathWalk.Of(query, tally);
        foreach (var said in events)
        {
            walk.Pass(said);
        }

        walk.Finish();
        return tally;
    }

    /// <summary>As in <c>2×B-C, 1×C Ended</c>.</summary>
    public static string Told(PathQuery query, params PathEvent[] events) => string.Join(", ", Tally(query, events).Paths.Items
        .OrderBy(path => path.Key).Select(path => $"{path.Value.Count}×{string.Join('-', path.Key.Events)}{(path.Key.End == PathEnd.Complete ? "" : $" {path.Key.End}")}"));
}
